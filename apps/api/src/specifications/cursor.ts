import { z } from 'zod'
import { TRPCError } from '@trpc/server'

/** Where the next page goes on: the key of the last row, in a form that nobody is tempted to compose. */
export const cursorOf = (key: string | number | undefined): string | null =>
  key === undefined ? null : Buffer.from(String(key)).toString('base64url')

/** The id after which a page goes on; null for the first page. */
export function after(cursor: string | null | undefined): string | null {
  if (cursor === null || cursor === undefined) return null
  const id = z.uuid().safeParse(Buffer.from(cursor, 'base64url').toString())
  if (!id.success) throw new TRPCError({ code: 'BAD_REQUEST', message: 'The cursor is not one of ours' })
  return id.data
}
