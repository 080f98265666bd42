import {
  judgeRow,
  type ObservationTarget,
  type Person,
  type RowProblem,
  type RowStatus,
  type StandingObservation,
} from '@portal/domain'
import type { OfflineRowView } from '@portal/contracts'
import type { Reader, Statement } from '../acts/transaction.ts'
import { readBy, withheldFrom } from '../specifications/exports.ts'
import { fileRows, type FileRow, type PlaceableClause } from './file-rows.ts'
import type { FileTable } from './file-table.ts'
import type { OwnAnswer } from './own-answer.ts'
import { ownObservations, type OwnObservation } from './own-observations.ts'

/** A row of a file beside what the portal has, and what becomes of it if it is taken. */
export type JudgedRow = {
  row: FileRow
  status: RowStatus
  problems: readonly RowProblem[]
  standing: OwnObservation | null
}

const CLAUSES: Statement = {
  name: 'offline_clauses',
  text: `
    SELECT id, citation, ${withheldFrom('clause', { classes: '$2', day: '$3' })} AS withheld FROM clause
    WHERE version_id = $1 ORDER BY position`,
}
const TAKEN: Statement = {
  name: 'offline_taken_rows',
  text: `
    SELECT row_id AS "rowId", observation_id AS "observationId", record_version AS "recordVersion" FROM offline_row
    WHERE response_id = $1`,
}

type Taken = { rowId: string; observationId: string; recordVersion: number }

/** What each row of a file is: the same answer before the person confirms and when they did. */
export async function judgedRows(
  reader: Reader,
  table: FileTable,
  answer: OwnAnswer,
  actor: Person,
  now: string,
): Promise<JudgedRow[]> {
  const clauses = await reader.rows<PlaceableClause>(CLAUSES, [answer.versionId, ...readBy(actor, now)])
  const standing = new Map((await ownObservations(reader, answer.id, actor, now)).map((one) => [one.id, one]))
  const taken = new Map((await reader.rows<Taken>(TAKEN, [answer.id])).map((one) => [one.rowId, one]))
  const met = new Set<string>()
  return fileRows(table, clauses).map((row) => {
    const before = taken.get(row.rowId)
    const id = before?.observationId ?? row.observationId
    const repeated = met.has(row.rowId) || (id !== null && met.has(id))
    met.add(row.rowId)
    if (id !== null) met.add(id)
    const found = id === null ? null : (standing.get(id) ?? null)
    const more: RowProblem[] = []
    if (repeated) more.push({ code: 'REPEATED', cell: '' })
    if (id !== null && found === null) more.push({ code: 'OBSERVATION_UNKNOWN', cell: '' })
    const base = before?.recordVersion ?? row.seen
    const known = found === null ? null : standingOf(found)
    return { row, standing: found, ...judgeRow({ ...row, problems: [...row.problems, ...more], base }, known) }
  })
}

const standingOf = (observation: OwnObservation): StandingObservation => ({
  ...observation,
  movable: observation.target.kind === 'clause',
  texts: textsOf(observation),
})

/** As the file would have it: a cell has line feeds only. */
const textsOf = ({ type, says, shouldSay, rationale, legalBasis }: OwnObservation) => ({
  type,
  says: lines(says),
  shouldSay: lines(shouldSay),
  rationale: lines(rationale),
  legalBasis: lines(legalBasis),
})
const lines = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

/** On what an accepted row is written: where it stood, unless the file puts it on another clause. */
export function targetOf({ row, standing }: JudgedRow): ObservationTarget {
  if (standing !== null && standing.place === row.place) return standing.target
  if (row.clauseId === null) throw new Error(`Line ${row.line} has no clause and was not refused`)
  return { kind: 'clause', clauseId: row.clauseId }
}

export const rowView = ({ row, status, problems, standing }: JudgedRow): OfflineRowView => ({
  line: row.line,
  status,
  seen: standing?.recordVersion ?? null,
  texts: { place: row.place, ...row.texts },
  before: standing === null ? null : { place: standing.place, ...textsOf(standing) },
  problems: problems.map(({ code, cell, limit = null }) => ({ code, cell, limit })),
})
