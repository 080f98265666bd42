import type { Refusal, SignOnStarted } from '@portal/contracts'
import { explain } from './explain.ts'

/** The provider through which alone whoever has this address enters. */
export type RequiredSignOn = { email: string; providerId: string; name: string }

/** What became of an attempt to enter; `refused` says in words why the portal took none, or not this one. */
export type SignInOutcome =
  | 'entered'
  | 'wrong'
  | 'unreachable'
  | 'failed'
  | { refused: string; signOn: RequiredSignOn | null }

const post = (path: string, body: unknown) =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  })

/** Enters with e-mail and password; the session travels in a cookie that no script can read. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  let response: Response
  try {
    response = await post('/auth/sign-in/email', { email, password })
  } catch {
    return 'unreachable'
  }
  if (response.ok) return 'entered'
  const refusal = refusalIn(await response.json().catch(() => null))
  if (refusal?.code === 'SIGN_ON_REQUIRED') {
    const { providerId, provider: name } = refusal
    return { refused: explain(refusal), signOn: { email, providerId, name } }
  }
  if (refusal !== null || response.status === 429) {
    return { refused: explain(refusal ?? { code: 'TOO_MANY_REQUESTS' }), signOn: null }
  }
  return response.status === 401 ? 'wrong' : 'failed'
}

/** Leaves for the identity provider of an institution; what it gives back is why that did not work. */
export async function startSignOn(providerId: string, email: string, returnTo: string): Promise<string | null> {
  const asked = await ask<SignOnStarted>('/auth/sso/start', { providerId, email, returnTo })
  if (!asked.ok) return asked.message
  location.assign(asked.answer.location)
  return null
}

/** Ends the session on the server. True when it did, or when there was none. */
export async function signOut(): Promise<boolean> {
  try {
    const response = await post('/auth/sign-out', {})
    return response.ok || response.status === 401
  } catch {
    return false
  }
}

/** What became of a request that is no act of the router: its answer, or in words why there is none. */
export type Asked<Answer> =
  | { ok: true; answer: Answer }
  | { ok: false; status: number | null; refusal: Refusal | null; message: string }

const UNREACHABLE = 'No hay conexión con el portal. Lo que escribió sigue aquí: revise su conexión y vuelva a intentar.'
const FAILED = 'El portal no pudo hacerlo. Lo que escribió sigue aquí: vuelva a intentar en un momento.'

/** Asks one of the routes below `/auth`. `status` is null when nobody answered. */
export async function ask<Answer = null>(path: string, body: unknown): Promise<Asked<Answer>> {
  let response: Response
  try {
    response = await post(path, body)
  } catch {
    return { ok: false, status: null, refusal: null, message: UNREACHABLE }
  }
  const said: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, answer: said as Answer }
  const refusal = refusalIn(said)
  return { ok: false, status: response.status, refusal, message: refusal === null ? FAILED : explain(refusal) }
}

const refusalIn = (said: unknown): Refusal | null => (said as { refusal?: Refusal | null } | null)?.refusal ?? null
