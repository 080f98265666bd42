import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { cookieHeader, cookiesOf, cookieValue } from '../identity/exports.ts'
import { seal, unseal } from '../adapters/sealed.ts'

/** How long somebody may take at their provider. */
const FLOW_S = 10 * 60

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
 * the browser that began can.
 */
export function flowCookie(deps: Pick<Deps, 'publicUrl' | 'secret'>, begun: Omit<Flow, 'expiresAt'>): string {
  const flow: Flow = { ...begun, expiresAt: Date.now() + FLOW_S * 1000 }
  const value = seal(deps, 'sign-on', 'flow', JSON.stringify(flow)).toString('base64url')
  return cookieHeader(deps, nameOf(deps.publicUrl), value, FLOW_S)
}

export const forgottenFlow = (deps: Pick<Deps, 'publicUrl'>): string =>
  cookieHeader(deps, nameOf(deps.publicUrl), '', 0)

/** What this browser began with this state; null when it did not, or took too long. */
export function readFlow(
  deps: Pick<Deps, 'publicUrl' | 'secret'>,
  cookies: string | undefined,
  state: unknown,
): Flow | null {
  const value = cookieValue(cookies, nameOf(deps.publicUrl))
  const text = value === null ? null : unseal(deps, 'sign-on', 'flow', Buffer.from(value, 'base64url'))
  if (text === null) return null
  const flow = Flow.parse(JSON.parse(text))
  return flow.state === state && flow.expiresAt > Date.now() ? flow : null
}
