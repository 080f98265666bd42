import { Invited, OfferAccessInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { offerAccess } from '../identity/exports.ts'
import { found } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { PEOPLE_AUDIENCE } from './appoint.ts'

const PERSON: Statement = { name: 'people_person', text: 'SELECT name FROM person WHERE id = $1 FOR UPDATE' }

/** A new link for whoever lost theirs or forgot their password; the one before no longer opens. */
export const offerPersonAccess = procedureFor('administrator')
  .input(OfferAccessInput)
  .output(Invited)
  .mutation(async ({ ctx: { deps, actor }, input }) => {
    let link: string | null = null
    const done = await act(deps, actor, 'people.offerAccess', input, async (act) => {
      const person = found(await act.one<{ name: string }>(PERSON, [input.personId]))
      link = await offerAccess(act, deps, input.personId, 'anew')
      await act.record({
        recordKind: 'person',
        recordId: input.personId,
        verb: 'people.offerAccess',
        reason: input.reason,
        details: { person: person.name },
        roundId: null,
        versionId: null,
        audience: PEOPLE_AUDIENCE,
      })
      return { recordId: input.personId, recordVersion: 1 }
    })
    return { ...done, link }
  })
