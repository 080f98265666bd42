import { createHmac, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPool } from '@portal/database'
import { startListener } from '../src/adapters/listener.ts'
import { buildApp } from '../src/app.ts'
import { createAuth } from '../src/identity/auth.ts'
import { startIdentity } from '../src/identity/identity.ts'
import { createAnnouncer } from '../src/live/announcer.ts'
import { startHub } from '../src/live/hub.ts'
import type { TestProduct } from './product.ts'

const SESSION = {
  name: 'testing_session',
  text: `
    INSERT INTO session (id, token, person_id, expires_at, updated_at)
    VALUES ($1, $2, $3, now() + interval '1 hour', now())`,
}

/** What the build of the portal leaves, as far as serving it goes. */
const BUILT = {
  'index.html': '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><div id="root"></div>',
  'assets/index-abc123.js': 'console.log("portal");'.repeat(50),
  'icono.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>

/** The product's HTTP on a port of its own, over a product's database, with the real identity and the real live hub. */
export async function startTestServer(product: TestProduct) {
  const portalDirectory = await mkdtemp(join(tmpdir(), 'portal-dist-'))
  await mkdir(join(portalDirectory, 'assets'))
  for (const [name, content] of Object.entries(BUILT)) await writeFile(join(portalDirectory, name), content)

  const { log, pool, secret } = product.deps
  const listeningPool = createPool({ url: product.url, max: 1 })
  const listener = await startListener(listeningPool, log)
  const live = createAnnouncer(listener, pool, log)
  const deps = { ...product.deps, live }
  const identity = await startIdentity(deps, listener, secret)
  const hub = await startHub(listener, identity, log)
  let stopping = false
  const app = await buildApp({
    deps,
    auth: createAuth(deps, secret),
    identity,
    hub,
    portalDirectory,
    trustedProxies: [],
    isStopping: () => stopping,
  })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })

  /** The Cookie header of a session of somebody in the directory. */
  const signIn = async (email: string, password: string): Promise<string> => {
    const response = await fetch(`${origin}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ email, password }),
    })
    if (!response.ok) throw new Error(`signing in as ${email} gave ${response.status}`)
    return cookiesOf(response)
  }

  /** The Cookie header of a session that is simply there: for tests that are not about signing in. */
  const cookieOf = async (email: string): Promise<string> => {
    const token = randomUUID()
    await product.reader.rows(SESSION, [randomUUID(), token, product.person(email).personId])
    const signature = createHmac('sha256', secret).update(token).digest('base64')
    return `portal.session_token=${encodeURIComponent(`${token}.${signature}`)}`
  }

  return {
    deps,
    origin,
    listener,
    identity,
    hub,
    signIn,
    cookieOf,
    stopping: () => {
      stopping = true
    },
    end: async () => {
      hub.close()
      // Answers whose body a test did not read would keep their connections.
      app.server.closeAllConnections()
      await app.close()
      listener.close()
      await listeningPool.end()
      await rm(portalDirectory, { recursive: true, force: true })
    },
  }
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
