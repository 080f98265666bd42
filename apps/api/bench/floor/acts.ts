import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { asQuery } from './reads.ts'
import type { ActCommand, RecordedAct } from './plan.ts'
import type { Sent } from './recorded.ts'

type Done = { recordId: unknown; recordVersion: unknown; folio: unknown; code: string | null }

/** What of a recorded act has to be another one now: what was written then, and what is written instead. */
type Instead = [was: string, is: string][]

const FIELDS = ['key', 'responseId', 'organisationId', 'personId', 'personName', 'appointmentId'] as const

/**
 * Does an act again as it was recorded: the same statements in the same order in one transaction, with the ids, the
 * folio and the code of this one. Decides nothing and checks nothing.
 */
export async function doAgain(pool: Pool, { sent, command, code }: RecordedAct, now: ActCommand): Promise<string> {
  const newCode = code === null ? null : randomBytes(15).toString('base64url')
  const instead: Instead = FIELDS.map((field) => [command[field], now[field]])
  if (code !== null && newCode !== null) instead.push([code, newCode])
  const done: Done = { recordId: now.responseId, recordVersion: 1, folio: null, code: newCode }

  const connection = await pool.connect()
  try {
    for (const statement of sent) {
      const values = statement.values.map((value) => replaced(value, instead))
      const { rows } = await connection.query<Record<string, unknown>>(asQuery({ ...statement, values }))
      learn(statement, rows[0] ?? {}, instead, done)
    }
  } catch (error) {
    await connection.query('ROLLBACK')
    throw error
  } finally {
    connection.release()
  }
  return `[{"result":{"data":${JSON.stringify(done)}}}]`
}

/** Ids, texts and the JSON of events, receipts and answers; numbers, instants and hashes stay as they were. */
function replaced(value: unknown, instead: Instead): unknown {
  if (typeof value === 'string') return instead.reduce((text, [was, is]) => text.replaceAll(was, is), value)
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value) || Array.isArray(value)) return value
  return JSON.parse(String(replaced(JSON.stringify(value), instead)))
}

/** What the database gave goes into the statements that follow, and into the answer. */
function learn({ name, row }: Sent, given: Readonly<Record<string, unknown>>, instead: Instead, done: Done): void {
  const learnt = (column: string): unknown => {
    const [was, is] = [row[column], given[column]]
    if (typeof was === 'string' && typeof is === 'string') instead.push([was, is])
    return is
  }
  if (name === 'append_event') done.folio = learnt('folio')
  if (name === 'observation_insert') done.recordId = learnt('id')
  if (name === 'response_send') done.recordVersion = given['recordVersion']
}
