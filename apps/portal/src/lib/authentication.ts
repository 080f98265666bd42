/** What became of an attempt to enter. */
export type SignInOutcome = 'entered' | 'wrong' | 'too_many' | 'unreachable' | 'failed'

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
  if (response.status === 429) return 'too_many'
  return response.status >= 500 ? 'failed' : 'wrong'
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

export type FirstAdministrator = { token: string; name: string; email: string; password: string }
export type FirstAdministratorOutcome = 'created' | 'link_spent' | 'not_accepted' | 'unreachable' | 'failed'

/** Uses the link that a portal without anybody prints when it starts. */
export async function createFirstAdministrator(person: FirstAdministrator): Promise<FirstAdministratorOutcome> {
  let response: Response
  try {
    response = await post('/auth/primera-administracion', person)
  } catch {
    return 'unreachable'
  }
  if (response.ok) return 'created'
  if (response.status === 404) return 'link_spent'
  return response.status === 400 ? 'not_accepted' : 'failed'
}
