import { word, type InvitationView } from '@portal/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readerOn } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { dayAt } from '../calendar/exports.ts'
import { refuseWith } from '../http/answers.ts'
import { countPublicRequest } from '../http/public-requests.ts'
import { ADDRESS_HEADER, type Auth } from './auth.ts'
import { logEntry } from './entry-log.ts'
import { createFirstAdministrator, FirstAdministratorInput } from './first-administrator.ts'
import { acceptInvitation, AcceptInput, InvitationInput, readInvitation } from './invitation.ts'
import { onlyProvider } from './session-reach.ts'
import { signInAttempt } from './sign-in-attempts.ts'

const SignIn = z.object({ email: word(320), password: z.string().max(200) })

/** Of better-auth only these are reachable: names, addresses and accounts are the administrator's to change. */
export function authRoutes(app: FastifyInstance, deps: Deps, auth: Auth): void {
  app.post('/auth/sign-in/email', { bodyLimit: 4096 }, async (request, reply) => {
    const input = SignIn.safeParse(request.body)
    if (!input.success) return await reply.code(400).send({ refusal: null, requestId: request.id })
    const reader = readerOn(deps.pool)
    const attempt = await signInAttempt(reader, input.data.email, request.ip)
    const tried = { way: 'password', account: input.data.email, address: request.ip } as const
    if (!attempt.allowed) {
      logEntry(deps, tried, 'TOO_MANY_REQUESTS')
      return refuseWith(reply, { code: 'TOO_MANY_REQUESTS', seconds: attempt.seconds })
    }
    const response = await auth.handle(forwarded(request, deps.publicUrl, input.data))
    if (response.ok) await attempt.succeeded()
    const only = response.ok ? await onlyProvider(reader, input.data.email, dayAt(deps.clock.now())) : null
    logEntry(deps, tried, only ? 'SIGN_ON_REQUIRED' : response.ok ? null : 'WRONG_PASSWORD')
    // Said only to whoever knows the password. The session that it opened reaches nothing.
    if (only) return refuseWith(reply, { code: 'SIGN_ON_REQUIRED', ...only })
    return await answer(reply, response)
  })

  app.post('/auth/sign-out', { bodyLimit: 4096 }, async (request, reply) =>
    answer(reply, await auth.handle(forwarded(request, deps.publicUrl, {}))),
  )

  app.post('/auth/primera-administracion', { bodyLimit: 4096 }, async (request, reply) => {
    const input = FirstAdministratorInput.safeParse(request.body)
    if (!input.success) return await reply.code(400).send({ refusal: null, requestId: request.id })
    await countPublicRequest(deps, request.ip)
    await createFirstAdministrator(deps, input.data)
    return await reply.code(204).send()
  })

  app.post('/auth/invitacion/leer', { bodyLimit: 4096 }, async (request, reply) => {
    const input = InvitationInput.safeParse(request.body)
    if (!input.success) return await reply.code(400).send({ refusal: null, requestId: request.id })
    await countPublicRequest(deps, request.ip)
    const { name, email } = await readInvitation(deps, input.data)
    return await reply.header('cache-control', 'no-store').send({ name, email } satisfies InvitationView)
  })

  app.post('/auth/invitacion', { bodyLimit: 4096 }, async (request, reply) => {
    const input = AcceptInput.safeParse(request.body)
    if (!input.success) return await reply.code(400).send({ refusal: null, requestId: request.id })
    await countPublicRequest(deps, request.ip)
    await acceptInvitation(deps, input.data)
    return await reply.code(204).send()
  })
}

function forwarded(request: FastifyRequest, publicUrl: string, body: object): Request {
  const headers = new Headers({ 'content-type': 'application/json', [ADDRESS_HEADER]: request.ip })
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name]
    if (value !== undefined) headers.set(name, value)
  }
  return new Request(new URL(request.url, publicUrl), { method: 'POST', headers, body: JSON.stringify(body) })
}

async function answer(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  reply.code(response.status).header('cache-control', 'no-store')
  // The token travels in the cookie, which no script can read; the body need not repeat it.
  if (response.ok) return reply.send({ ok: true })
  const said: unknown = await response.json().catch(() => null)
  const code = typeof said === 'object' && said !== null && 'code' in said ? said.code : null
  return reply.send({ refusal: null, code, requestId: reply.request.id })
}
