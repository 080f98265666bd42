import type { ActDone } from '@portal/contracts'
import type { Person } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { found, Refused } from '../refused.ts'
import { lockProvider } from './locked-provider.ts'
import { PROVIDER_AUDIENCE } from './recorded.ts'

const SET: Statement = {
  name: 'sign_on_set_suspended',
  text: `
    UPDATE sign_on_provider SET suspended_at = $2, record_version = record_version + 1
    WHERE id = $1 RETURNING record_version AS "recordVersion"`,
}

/** Suspends a provider, which closes at once what it opened, or resumes it. */
export const setSuspended = (
  deps: Deps,
  actor: Person,
  suspend: boolean,
  input: { key: string; seen: number; providerId: string; reason: string },
): Promise<ActDone> =>
  act(deps, actor, suspend ? 'signOn.suspend' : 'signOn.resume', input, async (act) => {
    const { name, suspended } = await lockProvider(act, input)
    if (suspended === suspend) throw new Refused({ code: 'PROVIDER_IN_THAT_STATE', suspended })
    const values = [input.providerId, suspend ? act.now() : null]
    const { recordVersion } = found(await act.one<{ recordVersion: number }>(SET, values))
    await act.record({
      recordKind: 'sign_on_provider',
      recordId: input.providerId,
      verb: suspend ? 'signOn.suspend' : 'signOn.resume',
      reason: input.reason,
      details: { name },
      roundId: null,
      versionId: null,
      audience: PROVIDER_AUDIENCE,
    })
    return { recordId: input.providerId, recordVersion }
  })
