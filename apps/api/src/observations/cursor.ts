import { TRPCError } from '@trpc/server'
import { z } from 'zod'

/** What a draft has in the place of a number: it comes after all that have one. */
const UNNUMBERED = 2_147_483_647

const Place = z.tuple([z.int(), z.uuid()])
type Place = z.output<typeof Place>

/** Before the first observation of any round. */
const BEGINNING: Place = [0, '00000000-0000-0000-0000-000000000000']

/** The place after which the next page goes on, in a form that nobody is tempted to compose. */
export const cursorOf = (last: { number: number | null; id: string }): string =>
  Buffer.from(JSON.stringify([last.number ?? UNNUMBERED, last.id] satisfies Place)).toString('base64url')

export function placeAfter(cursor: string | null | undefined): Place {
  if (cursor === null || cursor === undefined) return BEGINNING
  const place = Place.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()))
  if (!place.success) throw new TRPCError({ code: 'BAD_REQUEST', message: 'The cursor is not one of ours' })
  return place.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
