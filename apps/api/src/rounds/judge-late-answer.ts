import { ActDone, JudgeLateInput } from '@portal/contracts'
import { decideRound, type ResponseStatus } from '@portal/domain'
import { act, type Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, granted, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { giveNumbers } from './change-round.ts'
import { roundFacts } from './facts.ts'
import { audienceOf, lockRound, type LockedRound } from './locked-round.ts'

type Answer = { id: string; organisationId: string; status: ResponseStatus; recordVersion: number }

const LOCK_ANSWER: Statement = {
  name: 'round_lock_late_answer',
  text: `
    SELECT id, organisation_id AS "organisationId", status, record_version AS "recordVersion"
    FROM round_response WHERE id = $1 AND round_id = $2 FOR NO KEY UPDATE`,
}
const JUDGE: Statement = {
  name: 'round_judge_late_answer',
  text: `
    UPDATE round_response SET late_admitted = $3, late_judgement = $4, record_version = record_version + 1
    WHERE id = $1 AND record_version = $2 RETURNING record_version AS "recordVersion"`,
}
const UNNUMBERED: Statement = {
  name: 'round_late_observations',
  text: `SELECT id FROM observation WHERE response_id = $1 AND status = 'received' AND number IS NULL ORDER BY id`,
}
const NUMBER: Statement = {
  name: 'round_number_late_observations',
  text: `
    UPDATE observation AS o SET number = given.number, record_version = record_version + 1
    FROM unnest($1::uuid[], $2::int[]) AS given (id, number) WHERE o.id = given.id`,
}
const SET_ASIDE: Statement = {
  name: 'round_set_aside_late_observations',
  text: `
    UPDATE observation SET status = 'not_applicable', record_version = record_version + 1
    WHERE response_id = $1 AND status = 'received'`,
}

/** A late answer is admitted, and its observations are numbered after all others, or it is not; either with a reason. */
export const judgeLateAnswer = procedureFor('derfe_coordinator')
  .input(JudgeLateInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'rounds.judgeLate', input, async (act) => {
      const { roundId, responseId, admit, reason } = input
      const round = await lockRound(act, { roundId })
      const answer = found(await act.one<Answer>(LOCK_ANSWER, [responseId, roundId]))
      if (answer.recordVersion !== input.seen) {
        throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: answer.recordVersion })
      }
      const command = { kind: 'judge_late', organisationId: answer.organisationId, reason } as const
      granted(decideRound(await roundFacts(act, round.id), command, actor, act.now()))
      const numbers = admit ? await numberObservations(act, round, answer.id) : []
      if (!admit) await act.rows(SET_ASIDE, [answer.id])
      const judged = await act.one<{ recordVersion: number }>(JUDGE, [answer.id, input.seen, admit, reason])
      await act.record({
        recordKind: 'response',
        recordId: answer.id,
        verb: 'rounds.judgeLate',
        reason,
        details: { admitted: admit, numbers },
        roundId: round.id,
        versionId: round.versionId,
        audience: audienceOf(round),
      })
      return { recordId: answer.id, ...found(judged) }
    }),
  )

async function numberObservations(act: Act, round: LockedRound, responseId: string): Promise<number[]> {
  const ids = (await act.rows<{ id: string }>(UNNUMBERED, [responseId])).map(({ id }) => id)
  const numbers = await giveNumbers(act, round, ids.length)
  await act.rows(NUMBER, [ids, numbers])
  return numbers
}
