import type { TestServer } from './server.ts'

/** What a request answered: its status, what it says, and the refusal when it was one. */
export type Said = { status: number; body: unknown; refusal: unknown }

/** A browser as far as cookies go: keeps the session that the server gives it. */
export function aBrowser(server: Pick<TestServer, 'origin'>, kept = '') {
  let cookie = kept
  const send = async (
    path: string,
    init: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<Said> => {
    const response = await fetch(server.origin + path, { ...init, headers: { cookie, ...init.headers } })
    for (const given of response.headers.getSetCookie()) cookie = given.split(';', 1)[0] ?? ''
    const said = (await response.json().catch(() => null)) as {
      refusal?: unknown
      error?: { data: { refusal: unknown } }
      result?: { data: unknown }
    } | null
    const refusal = said?.error?.data.refusal ?? said?.refusal ?? null
    return { status: response.status, body: said?.result?.data ?? said, refusal }
  }
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return {
    cookie: () => cookie,
    post,
    get: (path: string) => send(path),
    /** Enters with e-mail and password, as far as that goes. */
    signIn: (email: string, password: string) => post('/auth/sign-in/email', { email, password }),
    ask: (procedure: string) => send(`/trpc/${procedure}`),
    act: (procedure: string, input: unknown = {}) => post(`/trpc/${procedure}`, input),
  }
}
