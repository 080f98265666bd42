import { Id, RoundView } from '@portal/contracts'
import {
  allowedOnResponse,
  allowedOnRound,
  explainDue,
  hasAnswered,
  turnOfRound,
  turnsSeenBy,
  type Person,
} from '@portal/domain'
import { z } from 'zod'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { checked, signedInProcedure } from '../trpc.ts'
import { getStatement, type GatheredRound } from './gathered-round.ts'
import { observationScopeOf } from './visible-observations.ts'

/** A round as the actor may see it, with its answers, deadlines, whose turn it is, and what the actor may do. */
export const getRound = signedInProcedure
  .input(z.object({ id: Id }))
  .output(checked(RoundView))
  .query(async ({ ctx: { deps, actor }, input }) => {
    const { rounds, observations } = observationScopeOf(actor)
    const statement = getStatement(rounds, observations)
    const row = await readerOn(deps.pool, sightOf(actor)).one<{ view: GatheredRound }>(statement, [
      actor.organisationId,
      input.id,
    ])
    return viewOf(found(row).view, actor, deps.clock.now())
  })

function viewOf(
  { answers, clauses, counted, proposedBy, ...round }: GatheredRound,
  actor: Person,
  now: string,
): RoundView {
  const { status, due, conformityDue, withoutOutcome } = round
  const asksConformity = round.conformity !== null
  // Who decides on a round sees its outcomes; to everybody else nothing is allowed whatever is counted here.
  const facts = {
    status,
    due,
    conformityDue,
    asksConformity,
    clauses,
    counted,
    proposedBy,
    responses: answers,
    withoutOutcome: withoutOutcome ?? 0,
  }
  const referrals = round.referrals.flatMap(({ organisationId, since }) =>
    since === null ? [] : [{ organisationId, since }],
  )
  const turns = turnOfRound({ status, since: round.statusSince, due, conformityDue, responses: answers, referrals })
  return {
    ...round,
    recipients: answers.length,
    answered: answers.filter((answer) => hasAnswered(answer.status)).length,
    deadlines: round.deadlines.map((deadline) => ({ ...deadline, explanation: explainDue(deadline.explanation) })),
    responses: round.responses.map((response) => {
      const { organisation, drafts } = response
      const { id: organisationId, twoLevels } = organisation
      const own = {
        organisationId,
        status: response.status,
        roundStatus: status,
        due,
        conformityDue,
        twoLevels,
        drafts,
      }
      return { ...response, allowed: allowedOnResponse(own, actor, now) }
    }),
    turn: turnsSeenBy(actor, turns),
    allowed: allowedOnRound(facts, actor, now),
  }
}
