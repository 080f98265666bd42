import { ActDone, ReferObservationsInput } from '@portal/contracts'
import { COORDINATING_AREA, decideObservation, mayAreaRead } from '@portal/domain'
import { act } from '../acts/act.ts'
import { representedBy } from '../acts/represented-by.ts'
import type { Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import { granted, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOn, lockObservations, type LockedObservation } from './locked-observations.ts'
import { referralAreas } from './referral-areas.ts'

const REFER: Statement = {
  name: 'observation_refer',
  text: `
    UPDATE observation
    SET status = 'referred', referred_to = $2, instruction = $3, referred_by = $4, referred_for = $5, referred_at = $6,
      record_version = record_version + 1
    WHERE id = ANY ($1::uuid[])`,
}

/** Turns observations over to an area of INE, which proposes what is to be answered. */
export const referObservations = procedureFor('derfe_coordinator')
  .input(ReferObservationsInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'observations.refer', input, async (act) => {
      const { organisationId, instruction } = input
      const { round, locked } = await lockObservations(act, input)
      for (const one of locked) granted(decideObservation(factsOn(round, one), { kind: 'refer', instruction }, actor))
      const areas = await referralAreas(act, act.now())
      if (!areas.some(({ id }) => id === organisationId)) {
        throw new Refused({ code: 'AREA_CANNOT_ANSWER', organisationId })
      }
      unlessWithheld(locked, organisationId, dayAt(act.now()))
      const by = [actor.personId, representedBy(actor), act.now()]
      await act.rows(REFER, [locked.map(({ id }) => id), organisationId, instruction, ...by])
      for (const { id, number } of locked) {
        await act.record({
          recordKind: 'observation',
          recordId: id,
          verb: 'observations.refer',
          reason: instruction,
          details: { number, area: organisationId },
          roundId: round.id,
          versionId: round.versionId,
          audience: [COORDINATING_AREA, organisationId],
        })
      }
      return { recordId: round.id, recordVersion: round.recordVersion }
    }),
  )

/** An area that may not read what is observed could not answer it. */
function unlessWithheld(locked: readonly LockedObservation[], organisationId: string, day: string): void {
  for (const { classification, number } of locked) {
    if (classification === null || mayAreaRead(organisationId, classification, day)) continue
    throw new Refused({ code: 'WITHHELD_FROM_AREA', number, organisationId })
  }
}
