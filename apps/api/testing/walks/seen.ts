import type { Subjects } from '../expectation.ts'
import { EXPECTATIONS } from '../procedures.ts'
import type { TestProduct } from '../product.ts'

const RECORDS = {
  version: { table: 'specification_version', id: 'versionId' },
  round: { table: 'review_round', id: 'roundId' },
  response: { table: 'round_response', id: 'responseId' },
  observation: { table: 'observation', id: 'observationId' },
} as const satisfies Record<string, { table: string; id: keyof Subjects }>
export type RecordKind = keyof typeof RECORDS

/** Where a record stands, and its version as whoever just read it has seen it; null where there is none. */
export async function standing(product: TestProduct, kind: RecordKind, subjects: Subjects) {
  const { table, id } = RECORDS[kind]
  const { rows } = await product.query<{ status: string; seen: number }>(
    `SELECT status, record_version AS seen FROM ${table} WHERE id = $1`,
    [subjects[id]],
  )
  return rows[0] ?? null
}

/** What the procedure is called with, by somebody who has seen the record as it is. */
export async function seenInput(product: TestProduct, path: string, kind: RecordKind, subjects: Subjects) {
  const input = EXPECTATIONS[path]?.input(subjects) as { observations?: readonly { id: string }[] }
  const seen = (await standing(product, kind, subjects))?.seen ?? 1
  // Of an act on many, each has been seen.
  const { observations } = input
  return observations ? { ...input, observations: observations.map(({ id }) => ({ id, seen })) } : { ...input, seen }
}
