import { randomUUID } from 'node:crypto'
import { SYSTEM, type Actor } from '@portal/domain'
import { act, type Act } from '../acts/act.ts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { justEntered, ownAttempt, type SessionOwner } from '../identity/exports.ts'
import { Refused } from '../refused.ts'

const CONFIRMS: Statement = {
  name: 'account_confirms',
  text: `
    SELECT
      (SELECT password FROM account WHERE person_id = $1 AND provider_id = 'credential' AND password IS NOT NULL),
      EXISTS (SELECT FROM session AS s WHERE s.id = $2 AND s.method = 'sso' AND ${justEntered('s')}) AS "sentJustNow"`,
}

/** Who hears of it: those who administer and audit sit in INE itself. */
const AUDIENCE = ['ine']

/** Whose act it is on record: the person under their appointment; the portal's, naming them, where there is none. */
type Doer = { owner: SessionOwner; actor: Actor | null }

/**
 * A change to how somebody enters, by themselves, on record. It has no key of its own: nothing of it may be kept from
 * which a password or a code could be guessed, and a repetition is refused by what the first one changed.
 */
export async function ownAct<Answer>(
  deps: Deps,
  { owner, actor }: Doer,
  verb: string,
  run: (act: Act) => Promise<{ answer: Answer; details?: Parameters<Act['record']>[0]['details'] }>,
): Promise<Answer> {
  let answered: { answer: Answer } | undefined
  await act(deps, actor ?? SYSTEM, verb, { key: randomUUID() }, async (act) => {
    const { answer, details = {} } = await run(act)
    answered = { answer }
    await act.record({
      recordKind: 'person',
      recordId: owner.personId,
      verb,
      details: { person: owner.personName, ...details },
      roundId: null,
      versionId: null,
      audience: AUDIENCE,
    })
    return { recordId: owner.personId, recordVersion: 1 }
  })
  if (!answered) throw new Error('the act answered nothing')
  return answered.answer
}

/**
 * Asks for the password once more before something that whoever sits at an open screen must not change. Whoever has none
 * was sent by their institution's provider a moment ago, or has to come from there again.
 * @throws Refused WRONG_PASSWORD, TOO_MANY_REQUESTS, ENTRY_NOT_RECENT
 */
export async function confirmPassword(
  deps: Pick<Deps, 'pool'>,
  { personId, sessionId }: SessionOwner,
  password: string,
): Promise<void> {
  const reader = readerOn(deps.pool)
  const kept = await reader.one<{ password: string | null; sentJustNow: boolean }>(CONFIRMS, [personId, sessionId])
  if (!kept) throw new Error('a query without a table gave no row')
  if (kept.password === null) {
    if (kept.sentJustNow) return
    throw new Refused({ code: 'ENTRY_NOT_RECENT' })
  }
  const attempt = await ownAttempt(reader, personId, 'password')
  if (!attempt.allowed) throw new Refused({ code: 'TOO_MANY_REQUESTS', seconds: attempt.seconds })
  const { verifyPassword } = await import('better-auth/crypto')
  if (!(await verifyPassword({ hash: kept.password, password }))) throw new Refused({ code: 'WRONG_PASSWORD' })
  await attempt.succeeded()
}
