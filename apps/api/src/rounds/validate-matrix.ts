import { ActDone, RoundInput } from '@portal/contracts'
import { decideRound, dueOf, explainDue, formatDue, type Person } from '@portal/domain'
import { act, type Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { calendarOf } from '../calendar/exports.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { changeRound } from './change-round.ts'
import { setDeadline } from './deadline.ts'
import { roundFacts } from './facts.ts'
import { eventOf, lockRound, subjectOf, type LockedRound } from './locked-round.ts'
import { publishMatrix } from './publish-matrix.ts'

const RESOLVE: Statement = {
  name: 'round_resolve_observations',
  text: `
    UPDATE observation SET status = 'resolved', record_version = record_version + 1
    WHERE round_id = $1 AND status = 'proposed'`,
}
/** Each OPL is asked about every observation of its own that was decided. */
const ASK_REPLIES: Statement = {
  name: 'round_ask_replies',
  text: `
    UPDATE round_response AS a SET unreplied = asked.count
    FROM (SELECT response_id, count(*)::int AS count FROM observation
      WHERE round_id = $1 AND status = 'resolved' GROUP BY response_id) AS asked
    WHERE a.id = asked.response_id`,
}

/**
 * The head of DERFE makes the proposal the decision. The matrix is published to all who took part, at once or, where the
 * plan says so, after the OPL have had time to put on record whether they agree.
 */
export const validateMatrix = procedureFor('derfe_head')
  .input(RoundInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'rounds.validate', input, async (act) => {
      const round = await lockRound(act, input)
      const facts = await roundFacts(act, round.id)
      const { status } = granted(decideRound(facts, { kind: 'validate' }, actor, act.now()))
      await act.rows(RESOLVE, [round.id])
      if (status === 'conformity') return await askConformity(act, round, actor)
      return await publishMatrix(act, round, actor, { verb: 'rounds.validate' })
    }),
  )

async function askConformity(act: Act, round: LockedRound, actor: Person) {
  const { conformityAmount: amount, conformityKind: kind } = round
  if (amount === null || kind === null) throw new Error(`round ${round.id} has no conformity phase`)
  const calendar = await calendarOf(act, round.calendarKey)
  const due = granted(dueOf({ notifiedAt: act.now(), rule: { amount, kind }, calendar }))
  await act.rows(ASK_REPLIES, [round.id])
  await setDeadline(act, round.id, due, '', actor, 'conformity')
  const recordVersion = await changeRound(act, round, { status: 'conformity', conformityDue: due.at })
  const receipt = await act.record({
    ...eventOf(round),
    verb: 'rounds.validate',
    details: { due: due.at },
    certified: {
      organisationId: actor.organisationId,
      act: 'Validación de la propuesta y apertura de la fase de conformidad',
      subject: subjectOf(round),
      lines: [
        { label: 'La conformidad vence', value: `${formatDue(due.at)}, hora del centro de México` },
        { label: 'Cómputo', value: explainDue(due.explanation).join(' ') },
      ],
      files: [],
      illustrative: round.illustrative,
    },
  })
  return { recordId: round.id, recordVersion, ...receipt }
}
