import type { MatrixFormat, MatrixRow } from '@portal/documents'
import type { Sight } from '@portal/database'
import type { Person } from '@portal/domain'
import { recordReading } from '../acts/reading.ts'
import { sightOf } from '../acts/sight.ts'
import { inTransaction, type Reader } from '../acts/transaction.ts'
import { ONE_SNAPSHOT } from '../acts/verify.ts'
import type { Deps } from '../deps.ts'
import { noteIssuedFile } from '../evidence/exports.ts'
import { found } from '../refused.ts'
import { matrixRows, publicMatrixRows, type MatrixFilter } from '../rounds/exports.ts'
import { extractOf, isWhole, WHOLE_MATRIX } from './matrix-filters.ts'
import { matrixFile } from './matrix-file.ts'
import { iso, perScope, readingOf, scopeOf, visibleRound, type Scope } from '../specifications/exports.ts'

type Heading = {
  title: string
  illustrative: boolean
  versionId: string
  number: number
  version: number
  /** Of all rows, once they are published; null before. */
  matrixHash: string | null
  publishedAt: string | null
  /** Of the receipt with which it was published. */
  code: string | null
  /** What the filters name, where they name something of this round. */
  opl: string | null
  clause: string | null
}

const HEADING = perScope(
  'export_matrix_heading',
  (scope) => `
    SELECT s.title, s.illustrative, v.id AS "versionId", r.number, v.number AS version, r.matrix_hash AS "matrixHash",
      ${iso('r.published_at')} AS "publishedAt", (
      SELECT c.code FROM receipt AS c JOIN audit_event AS e ON e.record_id = c.record_id AND e.seq = c.seq
      WHERE c.record_id = r.id AND e.verb IN ('rounds.validate', 'rounds.publish', 'rounds.publishEarly') ORDER BY c.seq DESC LIMIT 1
    ) AS code, (
      SELECT o.short_name FROM round_response AS a JOIN organisation AS o ON o.id = a.organisation_id
      WHERE a.round_id = r.id AND o.id = $3
    ) AS opl, (SELECT c.citation FROM clause AS c WHERE c.id = $4 AND c.version_id = v.id) AS clause
    FROM review_round AS r
    JOIN specification_version AS v ON v.id = r.version_id
    JOIN specification AS s ON s.id = v.specification_id
    WHERE r.id = $2 AND ${visibleRound(scope, 'r')}`,
)

/** As whom a matrix is read. */
type MatrixReader = {
  sight: Sight
  scope: Scope
  rows: (reader: Reader, now: string) => ReturnType<typeof matrixRows>
  /** What the file says of when it was made. */
  madeAt: (heading: Heading, now: string) => string
  /** Puts on record that it holds what not everybody may read. */
  onRestricted: (subject: string, versionId: string) => Promise<void>
}

/**
 * The matrix of a round as a file, with the rows and outcomes that the actor may see; with a filter, an extract of it.
 * @throws Refused NOT_FOUND, also for a filter that names nothing of this round
 */
export const matrixOfRound = (
  deps: Deps,
  actor: Person,
  roundId: string,
  format: MatrixFormat,
  filter: MatrixFilter = WHOLE_MATRIX,
) =>
  writtenMatrix(deps, roundId, format, filter, {
    sight: sightOf(actor),
    scope: scopeOf(actor),
    rows: (reader, now) => matrixRows(reader, actor, roundId, now, filter),
    madeAt: (_heading, now) => now,
    onRestricted: (subject, versionId) => recordReading(deps, actor, readingOf(versionId, subject)),
  })

/** A published matrix as anybody may read it. Whether anybody may is asked before. */
export const publicMatrixOfRound = (deps: Deps, roundId: string, format: MatrixFormat) =>
  writtenMatrix(deps, roundId, format, WHOLE_MATRIX, {
    sight: { scope: 'published', organisationId: '' },
    scope: 'opened',
    rows: (reader, now) => publicMatrixRows(reader, roundId, now),
    // The same file for everybody who asks: each other one would be kept for good as one that was handed out.
    madeAt: ({ publishedAt }, now) => publishedAt ?? now,
    onRestricted: () => Promise.reject(new Error('nothing restricted is public')),
  })

async function writtenMatrix(
  deps: Deps,
  roundId: string,
  format: MatrixFormat,
  filter: MatrixFilter,
  { sight, scope, rows: read, madeAt, onRestricted }: MatrixReader,
) {
  const now = deps.clock.now()
  const { heading, extract, rows, restricted } = await inTransaction(
    deps.pool,
    async (reader) => {
      // One state of the round, however many pages: and the connection goes back before the file is written.
      await reader.rows(ONE_SNAPSHOT, [])
      const heading = found(
        await reader.one<Heading>(HEADING[scope], [
          sight.organisationId,
          roundId,
          filter.organisationId,
          filter.clauseId,
        ]),
      )
      // Asked before the rows are read: an extract of nothing would look like one without rows.
      const extract = found(extractOf(filter, heading))
      return { heading, extract, ...(await allRows(read(reader, now))) }
    },
    sight,
  )
  const round = `Ronda ${heading.number}`
  if (restricted) await onRestricted(`Matriz de la ${round.toLowerCase()}`, heading.versionId)
  const bytes = await matrixFile(format, {
    specification: heading.title,
    round,
    version: `Versión ${heading.version}`,
    generatedAt: madeAt(heading, now),
    verificationUrl: heading.code === null ? deps.publicUrl : `${deps.publicUrl}/verificar/${heading.code}`,
    illustrative: heading.illustrative,
    extract: extract.words,
    publishedHash: heading.matrixHash,
    rows,
  })
  await noteIssuedFile(deps, bytes, { roundId, matrixHash: heading.matrixHash, extract: extract.words })
  const name = `matriz-ronda-${heading.number}${isWhole(filter) ? '' : '-extracto'}.${format}`
  return { name, format, bytes }
}

async function allRows(pages: ReturnType<typeof matrixRows>) {
  const rows: MatrixRow[] = []
  let restricted = false
  for await (const page of pages) {
    rows.push(...page.map(({ row }) => row))
    restricted ||= page.some((one) => one.restricted)
  }
  return { rows, restricted }
}
