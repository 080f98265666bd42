import { ActDone, RoundInput } from '@portal/contracts'
import { decideRound, dueOf, explainDue, formatDue, ROUND_VISIBILITY_NAMES } from '@portal/domain'
import { act, type Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { calendarOf } from '../calendar/exports.ts'
import { granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { changeRound } from './change-round.ts'
import { setDeadline } from './deadline.ts'
import { roundFacts } from './facts.ts'
import { audienceOf, eventOf, lockRound, subjectOf } from './locked-round.ts'
import { sentFiles } from './sent-files.ts'
import { moveVersion } from './version-of-round.ts'

const NAMES: Statement = {
  name: 'round_recipient_names',
  text: 'SELECT short_name AS name FROM organisation WHERE id = ANY ($1) ORDER BY position',
}
const NOTIFY: Statement = {
  name: 'round_notify_recipients',
  text: 'UPDATE round_response SET status_since = $2 WHERE round_id = $1',
}

/** Sends the version to its recipients: from this instant their time runs. */
export const openRound = procedureFor('derfe_coordinator')
  .input(RoundInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'rounds.open', input, async (act) => {
      const round = await lockRound(act, input)
      const facts = await roundFacts(act, round.id)
      const now = act.now()
      const calendar = await calendarOf(act, round.calendarKey)
      const rule = { amount: round.ruleAmount, kind: round.ruleKind }
      const due = granted(dueOf({ notifiedAt: now, rule, calendar }))
      const { status } = granted(decideRound(facts, { kind: 'open', due: due.at }, actor, now))
      await moveVersion(act, round.versionId, 'enter_round', actor)
      await setDeadline(act, round.id, due, '', actor)
      await act.rows(NOTIFY, [round.id, now])
      const recordVersion = await changeRound(act, round, { status, due: due.at, openedAt: now })
      const recipients = await namesOf(act, round.recipientIds)
      const receipt = await act.record({
        ...eventOf(round),
        verb: 'rounds.open',
        details: { due: due.at, recipients: round.recipientIds, visibility: round.visibility },
        certified: {
          organisationId: actor.organisationId,
          act: 'Apertura de ronda de revisión',
          subject: subjectOf(round),
          lines: [
            { label: 'Destinatarios', value: recipients.join(', ') },
            { label: 'Vence', value: `${formatDue(due.at)}, hora del centro de México` },
            { label: 'Cómputo', value: explainDue(due.explanation).join(' ') },
            { label: 'Observaciones de otros OPL', value: ROUND_VISIBILITY_NAMES[round.visibility] },
          ],
          files: await sentFiles(act, round.versionId),
          illustrative: round.illustrative,
        },
        audience: audienceOf({ ...round, openedAt: now }),
      })
      return { recordId: round.id, recordVersion, ...receipt }
    }),
  )

const namesOf = async (act: Act, ids: readonly string[]): Promise<string[]> =>
  (await act.rows<{ name: string }>(NAMES, [ids])).map(({ name }) => name)
