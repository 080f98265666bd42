import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'

const LOCK: Statement = {
  name: 'sign_on_lock_provider',
  text: `
    SELECT name, record_version AS "recordVersion", suspended_at IS NOT NULL AS suspended
    FROM sign_on_provider WHERE id = $1 FOR UPDATE`,
}

/** @throws Refused when somebody changed it since the actor read it */
export async function lockProvider(
  act: Act,
  { providerId, seen }: { providerId: string; seen: number },
): Promise<{ name: string; suspended: boolean }> {
  const provider = found(await act.one<{ name: string; recordVersion: number; suspended: boolean }>(LOCK, [providerId]))
  if (provider.recordVersion === seen) return provider
  throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: provider.recordVersion })
}
