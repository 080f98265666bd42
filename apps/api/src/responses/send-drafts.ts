import { createHash } from 'node:crypto'
import { formatCount } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import { canonical, type Json } from '../acts/canonical.ts'
import type { Statement } from '../acts/transaction.ts'
import { giveNumbers, blankDraft, writtenDraft } from '../rounds/exports.ts'
import type { LockedResponse } from './locked-response.ts'

/** An observation as it is sent: everything that the OPL said, and nothing that changes later. */
type Sent = { id: string; number: number | null } & { readonly [name: string]: Json }

const WRITTEN: Statement = {
  name: 'response_written_drafts',
  text: `
    SELECT o.id, o.number, o.type, o.target_kind AS "target", o.clause_id AS "clauseId", o.text_start AS "start",
      o.text_end AS "end", o.quote, o.artwork_id AS "artworkId", o.page, o.x, o.y, o.width, o.height, o.says,
      o.should_say AS "shouldSay", o.rationale, o.legal_basis AS "legalBasis"
    FROM observation AS o WHERE o.response_id = $1 AND ${writtenDraft('o')} ORDER BY o.id`,
}
const RECEIVE: Statement = {
  name: 'response_receive_observations',
  text: `
    UPDATE observation AS o
    SET status = 'received', number = given.number, sent_at = $3, record_version = record_version + 1
    FROM unnest($1::uuid[], $2::int[]) AS given (id, number) WHERE o.id = given.id`,
}
const DISCARD_BLANK: Statement = {
  name: 'response_discard_blank_drafts',
  text: `
    UPDATE observation AS o SET status = 'withdrawn', record_version = record_version + 1
    WHERE o.response_id = $1 AND ${blankDraft('o')}`,
}

export type SentDrafts = { count: number; numbers: readonly (number | null)[]; hash: string }

/**
 * Everything written becomes received, in the order in which it was begun. `numbered`: each gets the round's next
 * number, unless it kept one from before it was withdrawn to be corrected; a late answer gets them when it is admitted.
 */
export async function sendDrafts(act: Act, response: LockedResponse, numbered: boolean): Promise<SentDrafts> {
  const written = await act.rows<Sent>(WRITTEN, [response.id])
  const missing = numbered ? written.filter(({ number }) => number === null).length : 0
  const given = (await giveNumbers(act, response.round, missing)).values()
  const sent = written.map((observation) => ({
    ...observation,
    number: observation.number ?? given.next().value ?? null,
  }))
  const numbers = sent.map(({ number }) => number)
  await act.rows(RECEIVE, [sent.map(({ id }) => id), numbers, act.now()])
  await discardBlank(act, response)
  return { count: sent.length, numbers, hash: createHash('sha256').update(canonical(sent)).digest('hex') }
}

/** A draft in which nobody wrote anything says nothing: it goes when the answer is given. */
export const discardBlank = (act: Act, response: LockedResponse) => act.rows(DISCARD_BLANK, [response.id])

/** What the receipt says of them. The hash is that of the canonical JSON (RFC 8785) of all that was sent. */
export const linesOf = ({ count, numbers, hash }: SentDrafts) => [
  { label: 'Observaciones', value: formatCount(count) },
  ...(numbers.every((number) => number === null) ? [] : [{ label: 'Números', value: numbers.join(', ') }]),
  { label: 'Huella del contenido (SHA-256)', value: hash },
]
