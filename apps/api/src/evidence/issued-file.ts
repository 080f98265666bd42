import type { VerifyFileView } from '@portal/contracts'
import { matrixStanding, type RoundStatus, type VersionStatus } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { iso } from '../specifications/exports.ts'
import { standingReceipt } from './standing-receipt.ts'

type Row = { folio: string | null; matrix: Matrix | null }
type Matrix = {
  at: string
  hash: string | null
  version: { status: VersionStatus; statusSince: string }
  round: { status: RoundStatus; statusSince: string }
  published: { hash: string; at: string } | null
  /** Of the publication of the matrix. */
  folio: string | null
  subject: string
  /** What it is an extract of; null for the whole matrix. */
  extract: string | null
  organisation: string
  illustrative: boolean
}

const FIND: Statement = {
  name: 'evidence_issued_file',
  text: `
    SELECT f.folio, CASE WHEN r.id IS NOT NULL THEN json_build_object(
      'at', ${iso('f.at')}, 'hash', f.matrix_hash,
      'version', json_build_object('status', v.status, 'statusSince', ${iso('v.status_since')}),
      'round', json_build_object('status', r.status, 'statusSince', ${iso('r.status_since')}),
      'published', CASE WHEN r.published_at IS NOT NULL
        THEN json_build_object('hash', r.matrix_hash, 'at', ${iso('r.published_at')}) END,
      'folio', (SELECT e.folio FROM audit_event AS e
        WHERE e.record_id = r.id AND e.verb IN ('rounds.validate', 'rounds.publish', 'rounds.publishEarly') ORDER BY e.seq DESC LIMIT 1),
      'subject', s.title || ', versión ' || v.number || ', ronda ' || r.number,
      'extract', f.extract,
      'organisation', (SELECT name FROM organisation WHERE id = 'derfe'),
      'illustrative', s.illustrative
    ) END AS matrix
    FROM issued_file AS f
    LEFT JOIN review_round AS r ON r.id = f.round_id
    LEFT JOIN specification_version AS v ON v.id = r.version_id
    LEFT JOIN specification AS s ON s.id = v.specification_id
    WHERE f.sha256 = $1`,
}

/** What a file is that the portal made itself: an acuse, or a matrix of observations; null where it made none such. */
export async function issuedFile(reader: Reader, sha256: string): Promise<VerifyFileView[number] | null> {
  const row = await reader.one<Row>(FIND, [sha256])
  if (row?.matrix) return ofMatrix(row.matrix)
  return row?.folio === null || row === undefined ? null : await ofReceipt(reader, row.folio)
}

function ofMatrix({
  at,
  folio,
  subject: round,
  extract,
  organisation,
  illustrative,
  ...matrix
}: Matrix): VerifyFileView[number] {
  const { standing, since } = matrixStanding(matrix)
  const supersededBy = standing === 'superseded' ? folio : null
  const act = extract === null ? 'Matriz de observaciones' : 'Extracto de la matriz de observaciones'
  const subject = extract === null ? round : `${round}. ${extract}`
  return {
    what: 'matrix',
    intact: true,
    standing,
    since,
    folio,
    act,
    organisation,
    subject,
    at,
    illustrative,
    supersededBy,
  }
}

async function ofReceipt(reader: Reader, folio: string): Promise<VerifyFileView[number] | null> {
  const receipt = await standingReceipt(reader, 'folio', folio)
  if (!receipt) return null
  const { intact, standing, since, organisation, at, next, certified } = receipt
  const { act, subject, illustrative } = certified
  const supersededBy = next?.folio ?? null
  return { what: 'receipt', intact, standing, since, folio, act, organisation, subject, at, illustrative, supersededBy }
}
