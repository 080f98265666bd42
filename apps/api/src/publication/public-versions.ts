import type { PublicVersionRow, PublicVersionView } from '@portal/contracts'
import type { PublicationKind } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import { classificationJson, iso, titleHas, withheldFrom, withheldUpload } from '../specifications/exports.ts'

/** Nobody in particular reads what is public, and what was until `day`. */
const read = (day: string) => ({ classes: `'{public}'`, day })

/** SQL condition: the administration lets this kind be seen by everybody. */
const isShown = (kind: PublicationKind): string =>
  `EXISTS (SELECT FROM publication_rule AS rule WHERE rule.kind = '${kind}' AND rule.shown)`

/** SQL condition on a row of `specification_version`: approved by a resolution of the Consejo General, and to be shown. */
const isPublic = (version: string): string => `(
  ${version}.status IN ('approved', 'in_force', 'superseded') AND ${isShown('approved_versions')}
  AND EXISTS (SELECT FROM resolution AS n WHERE n.version_id = ${version}.id AND n.body = 'CG'))`

const ROW = `
  'id', v.id, 'title', s.title, 'kind', s.kind, 'number', v.number, 'status', v.status, 'illustrative', s.illustrative,
  'resolutions', (
    SELECT json_agg(json_build_object('number', n.number, 'body', n.body, 'day', n.day, 'subject', n.subject)
      ORDER BY n.recorded_at, n.id)
    FROM resolution AS n WHERE n.version_id = v.id)`

const FROM = 'FROM specification_version AS v JOIN specification AS s ON s.id = v.specification_id'

const LIST: Statement = {
  name: 'public_versions',
  text: `
    SELECT json_build_object(${ROW}) AS view ${FROM}
    WHERE ${isPublic('v')} AND ($1::uuid IS NULL OR v.id < $1)
      AND ${titleHas('s', '$2')}
    ORDER BY v.id DESC LIMIT $3`,
}

const file = (upload: string, stored: string): string =>
  `json_build_object('id', ${upload}.id, 'name', ${upload}.name, 'bytes', ${stored}.bytes, 'sha256', ${stored}.sha256)`

const GET: Statement = {
  name: 'public_version',
  text: `
    SELECT json_build_object(${ROW},
      'clauses', (
        SELECT coalesce(json_agg(json_build_object(
          'id', c.id, 'citation', c.citation, 'kind', c.kind, 'number', c.number, 'numberOrigin', c.number_origin,
          'depth', c.depth, 'classification', ${classificationJson('c')}, 'withheld', c.withheld,
          'text', CASE WHEN c.withheld THEN '' ELSE c.text END,
          'marks', CASE WHEN c.withheld THEN '[]' ELSE c.marks END,
          'table', CASE WHEN NOT c.withheld THEN c.cells END
        ) ORDER BY c.position), '[]')
        FROM (SELECT clause.*, ${withheldFrom('clause', read('$2'))} AS withheld FROM clause) AS c
        WHERE c.version_id = v.id),
      'source', CASE WHEN NOT ${withheldUpload('u', read('$2'))} THEN ${file('u', 'f')} END,
      'artworks', (
        SELECT coalesce(json_agg(json_build_object('element', a.element, 'file', ${file('au', 'af')}) ORDER BY a.position), '[]')
        FROM artwork AS a JOIN upload AS au ON au.id = a.upload_id JOIN stored_file AS af ON af.sha256 = au.sha256
        WHERE a.version_id = v.id AND NOT ${withheldUpload('au', read('$2'))}),
      'matrices', (
        SELECT coalesce(json_agg(json_build_object('roundId', r.id, 'number', r.number,
          'publishedAt', ${iso('r.published_at')}) ORDER BY r.number), '[]')
        FROM review_round AS r
        WHERE r.version_id = v.id AND r.published_at IS NOT NULL AND ${isShown('published_matrices')})
    ) AS view
    ${FROM} JOIN upload AS u ON u.id = v.source_id JOIN stored_file AS f ON f.sha256 = u.sha256
    WHERE v.id = $1 AND ${isPublic('v')}`,
}

const FILE: Statement = {
  name: 'public_file',
  text: `
    SELECT u.id, u.name, u.sha256, f.bytes, f.type FROM upload AS u JOIN stored_file AS f ON f.sha256 = u.sha256
    WHERE u.id = $1 AND NOT ${withheldUpload('u', read('$2'))} AND EXISTS (
      SELECT FROM specification_version AS v LEFT JOIN artwork AS a ON a.version_id = v.id
      WHERE u.id IN (v.source_id, a.upload_id) AND ${isPublic('v')})`,
}

const MATRIX: Statement = {
  name: 'public_matrix',
  text: `
    SELECT r.id FROM review_round AS r JOIN specification_version AS v ON v.id = r.version_id
    WHERE r.id = $1 AND r.published_at IS NOT NULL AND ${isShown('published_matrices')} AND ${isPublic('v')}`,
}

/** Approved versions, the newest first. @returns one more than `limit` where there is a next page */
export async function publicVersions(
  reader: Reader,
  { after, words, limit }: { after: string | null; words: readonly string[]; limit: number },
): Promise<PublicVersionRow[]> {
  const rows = await reader.rows<{ view: PublicVersionRow }>(LIST, [after, words, limit + 1])
  return rows.map(({ view }) => view)
}

export const publicVersion = async (reader: Reader, id: string, now: string) =>
  (await reader.one<{ view: PublicVersionView }>(GET, [id, dayAt(now)]))?.view

export const publicFile = (reader: Reader, id: string, now: string) =>
  reader.one<{ id: string; name: string; sha256: string; bytes: number; type: string }>(FILE, [id, dayAt(now)])

/** Whether everybody may have the matrix of the round. */
export const isPublicMatrix = async (reader: Reader, roundId: string): Promise<boolean> =>
  (await reader.one(MATRIX, [roundId])) !== undefined
