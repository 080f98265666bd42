import { randomUUID } from 'node:crypto'
import type { SignOnClaims } from '@portal/domain'
import { z } from 'zod'
import type { Reader, Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { cookieHeader, cookiesOf, cookieValue } from '../identity/exports.ts'
import { seal, unseal } from '../adapters/sealed.ts'

/** How long somebody may take at their provider. */
const FLOW_S = 10 * 60

/** Before the state of a flow: what it is kept under until it is spent. */
const BEGUN = 'sign-on:'
const BEGIN: Statement = {
  name: 'sign_on_begin_flow',
  text: `
    WITH gone AS (DELETE FROM verification WHERE identifier LIKE '${BEGUN}%' AND expires_at < now())
    INSERT INTO verification (id, identifier, value, expires_at, updated_at)
    VALUES ($1, $2, $3, now() + make_interval(secs => ${FLOW_S}), now())`,
}
const SPEND: Statement = {
  name: 'sign_on_spend_flow',
  text: 'DELETE FROM verification WHERE identifier = $1 AND expires_at > now() RETURNING id',
}

const Flow = z.object({
  providerId: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** As typed, for the count of attempts. */
  email: z.string(),
  returnTo: z.string(),
  expiresAt: z.number(),
})
type Flow = z.infer<typeof Flow>

const nameOf = (publicUrl: string): string => `${cookiesOf(publicUrl).prefix}.sign_on`

/**
 * What must be the same when the browser comes back, encrypted in a cookie of its own: any instance can go on, and only
 * the browser that began can, once.
 */
export async function beginFlow(
  reader: Reader,
  deps: Pick<Deps, 'publicUrl' | 'secret'>,
  begun: Omit<Flow, 'expiresAt'>,
): Promise<string> {
  await reader.rows(BEGIN, [randomUUID(), BEGUN + begun.state, begun.providerId])
  const flow: Flow = { ...begun, expiresAt: Date.now() + FLOW_S * 1000 }
  const value = seal(deps, 'sign-on', 'flow', JSON.stringify(flow)).toString('base64url')
  return cookieHeader(deps, nameOf(deps.publicUrl), value, FLOW_S)
}

export const forgottenFlow = (deps: Pick<Deps, 'publicUrl'>): string =>
  cookieHeader(deps, nameOf(deps.publicUrl), '', 0)

/** What this browser began with this state, which is spent by that; null when it did not, took too long, or came before. */
export async function spendFlow(
  reader: Reader,
  deps: Pick<Deps, 'publicUrl' | 'secret'>,
  cookies: string | undefined,
  state: unknown,
): Promise<Flow | null> {
  const value = cookieValue(cookies, nameOf(deps.publicUrl))
  const text = value === null ? null : unseal(deps, 'sign-on', 'flow', Buffer.from(value, 'base64url'))
  if (text === null) return null
  const flow = Flow.parse(JSON.parse(text))
  if (flow.state !== state || flow.expiresAt <= Date.now()) return null
  return (await reader.one(SPEND, [BEGUN + flow.state])) ? flow : null
}

/**
 * Whether whoever came back is whose address was typed: only then nothing is left of the attempt that was counted under
 * it. Otherwise somebody with an account would clear the count of another with each entry of their own.
 */
export const isWhoBegan = ({ email }: Pick<Flow, 'email'>, claims: SignOnClaims): boolean =>
  claims.emailVerified && plain(claims.email ?? '') === plain(email)

const plain = (email: string): string => email.trim().toLowerCase()
