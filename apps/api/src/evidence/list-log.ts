import { EventView, LogInput, page } from '@portal/contracts'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { readerOn } from '../acts/transaction.ts'
import { checked, procedureFor } from '../trpc.ts'
import { readLog, type LogPlace } from './log.ts'

const Cursor = z.tuple([z.iso.datetime(), z.string().regex(/^\d{1,18}$/)])

/** All acts on all records, the latest first: the auditor's alone, who may read everything and change nothing. */
export const listLog = procedureFor('auditor')
  .input(LogInput)
  .output(checked(page(EventView)))
  .query(async ({ ctx: { deps }, input: { cursor, limit, ...filters } }) => {
    const found = await readLog(readerOn(deps.pool), filters, { limit, after: placeOf(cursor) })
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return { rows, next: last && found.length > limit ? cursorOf(last) : null }
  })

const cursorOf = ({ at, id }: LogPlace): string => Buffer.from(JSON.stringify([at, id])).toString('base64url')

function placeOf(cursor: string | null | undefined): LogPlace | null {
  if (cursor === null || cursor === undefined) return null
  try {
    const [at, id] = Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { at, id }
  } catch (cause) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: 'The cursor is not one of ours', cause })
  }
}
