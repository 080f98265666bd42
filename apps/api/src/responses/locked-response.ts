import {
  decideResponse,
  type Person,
  type ResponseCommand,
  type ResponseFacts,
  type ResponseStatus,
} from '@portal/domain'
import type { Act, Recorded } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, granted, Refused } from '../refused.ts'
import { writtenDraft, audienceOf, LOCKED_ROUND, type LockedRound } from '../rounds/exports.ts'

/** The answer of the actor's own OPL under its lock, in a round that is locked too. */
export type LockedResponse = {
  id: string
  organisationId: string
  status: ResponseStatus
  twoLevels: boolean
  recordVersion: number
  /** Drafts in which something is written. */
  drafts: number
  round: LockedRound
}

/** The round first, then the answer: the order of everybody who takes both, the closing of the round included. */
const ROUND_OF_RESPONSE = `
  SELECT ${LOCKED_ROUND}
  WHERE r.id = (SELECT round_id FROM round_response WHERE id = $1 AND organisation_id = $2) AND r.opened_at IS NOT NULL`

/** Keeps the round as it is, and lets the other OPL do the same. */
const HOLD_ROUND: Statement = { name: 'response_hold_round', text: `${ROUND_OF_RESPONSE} FOR SHARE OF r` }

/**
 * Sends of one round go one after the other, from this lock to the commit. What they give, consecutive numbers, has to
 * be handed out by one at a time anyway, and an act takes a few milliseconds: 32 OPL at once wait a fraction of a
 * second. Taking FOR SHARE here and updating the round's last number later would let two sends hold the same lock and
 * wait for each other for ever. The closing takes the same lock, so each send comes wholly before or wholly after it.
 * NO KEY: drafts that other OPL save meanwhile refer to the round, and are not kept waiting.
 */
const LOCK_ROUND: Statement = { name: 'response_lock_round', text: `${ROUND_OF_RESPONSE} FOR NO KEY UPDATE OF r` }

const LOCK: Statement = {
  name: 'response_lock',
  text: `
    SELECT a.id, a.organisation_id AS "organisationId", a.status, o.two_levels AS "twoLevels",
      a.record_version AS "recordVersion"
    FROM round_response AS a JOIN organisation AS o ON o.id = a.organisation_id
    WHERE a.id = $1 FOR NO KEY UPDATE OF a`,
}
/** A statement of its own: it sees the drafts of those who held the answer's lock before. */
const DRAFTS: Statement = {
  name: 'response_drafts',
  text: `SELECT count(*)::int AS drafts FROM observation AS o WHERE o.response_id = $1 AND ${writtenDraft('o')}`,
}

type Input = { responseId: string; seen: number }

/** @throws Refused NOT_FOUND of another OPL's answer, or in a round that was not sent yet */
export async function lockResponse(act: Act, input: Input, actor: Person, round: 'hold' | 'lock') {
  const statement = round === 'hold' ? HOLD_ROUND : LOCK_ROUND
  const locked = found(await act.one<LockedRound>(statement, [input.responseId, actor.organisationId]))
  const response = found(await act.one<Omit<LockedResponse, 'round' | 'drafts'>>(LOCK, [input.responseId]))
  // The end of the round is nobody's change: who sends after it is told that it is late, not that something changed.
  if (response.recordVersion !== input.seen && response.status !== 'no_answer') {
    throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: response.recordVersion })
  }
  const counted = found(await act.one<{ drafts: number }>(DRAFTS, [response.id]))
  return { ...response, ...counted, round: locked }
}

const factsOf = ({ round, ...response }: LockedResponse): ResponseFacts => ({
  ...response,
  roundStatus: round.status,
  due: round.due,
  conformityDue: round.conformityDue,
})

/** The status that the command leads to. The instant is read here, after the locks: it decides what is late. */
export const decidedStatus = (act: Act, response: LockedResponse, command: ResponseCommand, actor: Person) =>
  granted(decideResponse(factsOf(response), command, actor, act.now())).status

/**
 * What all events of an answer's chain have in common. All who may know of the round hear of it, because the header
 * counts answers; that an OPL works on its answer is its own and INE's business.
 */
export const eventOf = ({ id, organisationId, round }: LockedResponse, heardBy: 'round' | 'ine') =>
  ({
    recordKind: 'response',
    recordId: id,
    roundId: round.id,
    versionId: round.versionId,
    audience: heardBy === 'round' ? audienceOf(round) : [organisationId, ...round.ineIds],
  }) as const satisfies Partial<Recorded>
