import { ActDone, UnbindInput } from '@portal/contracts'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { PROVIDER_AUDIENCE } from './recorded.ts'

const PERSON: Statement = {
  name: 'sign_on_person_to_unbind',
  text: `
    SELECT p.name AS person, pr.name AS provider, pr.issuer
    FROM person AS p CROSS JOIN sign_on_provider AS pr
    WHERE p.id = $1 AND pr.id = $2 FOR NO KEY UPDATE OF p`,
}
/** Also the sessions that the account before opened: it may be in use by somebody else by now. */
const UNBIND: Statement = {
  name: 'sign_on_unbind',
  text: `
    WITH closed AS (
      DELETE FROM session WHERE person_id = $1
        AND provider_id IN (SELECT id FROM sign_on_provider WHERE issuer = $2)
    )
    DELETE FROM sign_on_subject WHERE person_id = $1 AND issuer = $2 RETURNING subject`,
}

type Asked = { person: string; provider: string; issuer: string }

/**
 * Lets go whom a person is at a provider, where their account was replaced: at their next entry their verified address says
 * again who they are. Nobody does it for themselves, as with a second factor: two people have to know of it.
 */
export const unbindPerson = procedureFor('administrator')
  .input(UnbindInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'signOn.unbind', input, async (act) => {
      const { personId, providerId, reason } = input
      if (personId === actor.personId) throw new Refused({ code: 'FORBIDDEN' })
      const { person, provider, issuer } = found(await act.one<Asked>(PERSON, [personId, providerId]))
      const unbound = await act.one<{ subject: string }>(UNBIND, [personId, issuer])
      if (!unbound) throw new Refused({ code: 'NOT_BOUND', provider })
      await act.record({
        recordKind: 'person',
        recordId: personId,
        verb: 'signOn.unbind',
        reason,
        details: { person, provider, issuer, subject: unbound.subject },
        roundId: null,
        versionId: null,
        audience: PROVIDER_AUDIENCE,
      })
      return { recordId: personId, recordVersion: 1 }
    }),
  )
