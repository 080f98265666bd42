import { ActDone, ExtendRoundInput } from '@portal/contracts'
import { decideRound, explainDue, extendedDueOf, formatDue } from '@portal/domain'
import { act } from '../acts/act.ts'
import { calendarOf } from '../calendar/exports.ts'
import { granted, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { changeRound } from './change-round.ts'
import { setDeadline } from './deadline.ts'
import { roundFacts } from './facts.ts'
import { eventOf, lockRound, subjectOf } from './locked-round.ts'

/** Prórroga: the end moves later for all recipients, counted on from the end in force. */
export const extendRound = procedureFor('derfe_coordinator')
  .input(ExtendRoundInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'rounds.extend', input, async (act) => {
      const round = await lockRound(act, input)
      const { reason, rule } = input
      if (round.due === null) throw new Refused({ code: 'WRONG_STATUS', status: round.status })
      const calendar = await calendarOf(act, round.calendarKey)
      const due = granted(extendedDueOf({ dueAt: round.due, rule, calendar }))
      const facts = await roundFacts(act, round.id)
      const { status } = granted(decideRound(facts, { kind: 'extend', due: due.at, reason }, actor, act.now()))
      await setDeadline(act, round.id, due, reason, actor)
      const recordVersion = await changeRound(act, round, { status, due: due.at })
      const receipt = await act.record({
        ...eventOf(round),
        verb: 'rounds.extend',
        reason,
        details: { due: due.at, previous: round.due },
        certified: {
          organisationId: actor.organisationId,
          act: 'Prórroga de ronda de revisión',
          subject: subjectOf(round),
          lines: [
            { label: 'Vencía', value: formatDue(round.due) },
            { label: 'Vence', value: `${formatDue(due.at)}, hora del centro de México` },
            { label: 'Cómputo', value: explainDue(due.explanation).join(' ') },
            { label: 'Motivo', value: reason },
          ],
          files: [],
          illustrative: round.illustrative,
        },
      })
      return { recordId: round.id, recordVersion, ...receipt }
    }),
  )
