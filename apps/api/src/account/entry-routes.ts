import { EnterWithPasskeyInput, SecondFactorInput } from '@portal/contracts'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction, readerOn, type Reader } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { countPublicRequest } from '../http/public-requests.ts'
import { entryAttempt, loggingEntry, sessionCookie, type Identity } from '../identity/exports.ts'
import { Refused } from '../refused.ts'
import { enterWithPasskey } from './enter-with-passkey.ts'
import { ownAct } from './own-act.ts'
import { entryOptions } from './passkeys.ts'
import { attempting, isTotpCode, takeCode } from './second-step.ts'
import { renewSession } from './session.ts'

const CODE_BYTES = 4096
const CREDENTIAL_BYTES = 65_536

/** The ways in that better-auth does not know: the second step after the password, and a passkey in place of both. */
export function entryRoutes(app: FastifyInstance, deps: Deps, identity: Identity): void {
  const give = (reply: FastifyReply, token: string) =>
    reply.headers({ 'set-cookie': sessionCookie(deps, token), 'cache-control': 'no-store' }).send({ ok: true })

  app.post('/auth/segundo-factor', { bodyLimit: CODE_BYTES }, async (request, reply) => {
    const { owner, lacks } = await identity.identify(request.headers.cookie)
    if (owner === null) throw new Refused({ code: 'NOT_SIGNED_IN' })
    const input = SecondFactorInput.safeParse(request.body)
    if (!input.success) return await reply.code(400).send({ refusal: null, requestId: request.id })
    if (lacks?.step !== 'enter') throw new Refused({ code: 'NOT_FOUND' })
    const { code } = input.data
    const enter = async (reader: Reader) => await renewSession(reader, owner, await takeCode(reader, deps, owner, code))
    const tried = { way: 'second-factor', account: owner.email, address: request.ip } as const
    const token = await loggingEntry(deps, tried, () =>
      attempting(deps, owner, () =>
        isTotpCode(code)
          ? inTransaction(deps.pool, enter)
          : ownAct(deps, { owner, actor: null }, 'account.useRecoveryCode', async (act) => ({
              answer: await enter(act),
            })),
      ),
    )
    return give(reply, token)
  })

  app.post('/auth/llave/opciones', { bodyLimit: CODE_BYTES }, async (request, reply) => {
    await countPublicRequest(deps, request.ip)
    return reply.header('cache-control', 'no-store').send(await entryOptions(readerOn(deps.pool), deps))
  })

  app.post('/auth/llave', { bodyLimit: CREDENTIAL_BYTES }, async (request, reply) => {
    const attempt = await entryAttempt(readerOn(deps.pool), request.ip)
    if (!attempt.allowed) throw new Refused({ code: 'TOO_MANY_REQUESTS', seconds: attempt.seconds })
    const input = EnterWithPasskeyInput.safeParse(request.body)
    if (!input.success) return await reply.code(400).send({ refusal: null, requestId: request.id })
    const before = await identity.identify(request.headers.cookie)
    const credential = input.data.credential as unknown as AuthenticationResponseJSON
    const token = await loggingEntry(deps, { way: 'passkey', account: null, address: request.ip }, () =>
      enterWithPasskey(deps, credential, {
        address: request.ip,
        userAgent: request.headers['user-agent'] ?? null,
        replaces: before.token,
      }),
    )
    await attempt.succeeded()
    return give(reply, token)
  })
}
