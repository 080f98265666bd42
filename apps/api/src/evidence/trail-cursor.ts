import { TRPCError } from '@trpc/server'

/** Where the next page goes on: the event that was shown last, in a form that nobody is tempted to compose. */
export const cursorOf = (event: string | undefined): string | null =>
  event === undefined ? null : Buffer.from(event).toString('base64url')

/** The event before which a page goes on; null for the first page. */
export function beforeEvent(cursor: string | null | undefined): string | null {
  if (cursor === null || cursor === undefined) return null
  const event = Buffer.from(cursor, 'base64url').toString()
  if (!/^\d{1,18}$/.test(event)) throw new TRPCError({ code: 'BAD_REQUEST', message: 'The cursor is not one of ours' })
  return event
}
