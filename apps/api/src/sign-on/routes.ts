import type { SignOnFailure, SignOnStarted } from '@portal/contracts'
import type { FastifyReply } from 'fastify'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { readerOn } from '../acts/transaction.ts'
import { refuseWith } from '../http/answers.ts'
import { countPublicRequest } from '../http/public-requests.ts'
import type { Routes } from '../http/routes.ts'
import { logEntry, openSession, signInAttempt, signInSucceeded } from '../identity/exports.ts'
import { found, Refused } from '../refused.ts'
import { claimsOf } from './claims.ts'
import { createConfigurations } from './configurations.ts'
import { admitted } from './enter.ts'
import { beginFlow, forgottenFlow, isWhoBegan, spendFlow } from './flow.ts'
import { codeOf } from './issuer.ts'
import { ownPath } from './own-path.ts'
import { CALLBACK, redirectUri } from './redirect-uri.ts'
import { providerOf } from './rows.ts'

const StartInput = z.object({ providerId: z.uuid(), email: z.string().max(320), returnTo: z.string().max(2000) })

/** Where the portal says why somebody did not get in. */
const REFUSED_PAGE = '/entrada-no-concedida'

/**
 * Single sign-on: `POST /auth/sso/start` answers where the browser goes on, `GET /auth/sso/callback` is where the provider
 * sends it back. Nothing of either is logged but what went wrong, by name.
 */
export const signOnRoutes: Routes = (app, { deps }) => {
  const reader = readerOn(deps.pool)
  const configurationOf = createConfigurations(deps)

  app.post('/auth/sso/start', { bodyLimit: 8192 }, async (request, reply) => {
    const input = StartInput.safeParse(request.body)
    if (!input.success) return await reply.code(400).send({ refusal: null, requestId: request.id })
    const { providerId, email, returnTo } = input.data
    const attempt = await signInAttempt(reader, email, request.ip)
    if (!attempt.allowed) return refuseWith(reply, { code: 'TOO_MANY_REQUESTS', seconds: attempt.seconds })
    const provider = found(await providerOf(reader, providerId))
    if (provider.suspended) throw new Refused({ code: 'PROVIDER_SUSPENDED' })
    const configuration = await configurationOf(provider)
    const state = oidc.randomState()
    const nonce = oidc.randomNonce()
    const verifier = oidc.randomPKCECodeVerifier()
    const location = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri(deps),
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(email !== '' && { login_hint: email }),
    })
    const flow = { providerId, state, nonce, verifier, email, returnTo: ownPath(returnTo, deps.publicUrl) }
    reply.header('set-cookie', await beginFlow(reader, deps, flow)).header('cache-control', 'no-store')
    return await reply.send({ location: location.href } satisfies SignOnStarted)
  })

  app.get(CALLBACK, async (request, reply) => {
    reply.header('cache-control', 'no-store').header('set-cookie', forgottenFlow(deps))
    await countPublicRequest(deps, request.ip)
    const { state } = request.query as { state?: unknown }
    const flow = await spendFlow(reader, deps, request.headers.cookie, state)
    if (!flow) return refused(reply, 'expired')
    const provider = await providerOf(reader, flow.providerId)
    if (!provider || provider.suspended) return refused(reply, 'suspended')
    const told = await claimsOf(await configurationOf(provider), new URL(request.url, deps.publicUrl), flow).catch(
      (error: unknown) => {
        request.log.warn({ code: codeOf(error), providerId: provider.id }, 'an identity provider let nobody in')
        return isCancelled(error) ? ('cancelled' as const) : ('provider_failed' as const)
      },
    )
    const tried = {
      way: 'sso',
      account: typeof told === 'string' ? null : told.claims.email,
      address: request.ip,
    } as const
    if (typeof told === 'string') {
      logEntry(deps, tried, told)
      return refused(reply, told)
    }
    const result = await admitted(deps, provider, told.subject, told.claims)
    logEntry(deps, tried, result.ok ? null : result.refusal.code)
    if (!result.ok) return refused(reply, result.refusal.code)
    if (isWhoBegan(flow, told.claims)) await signInSucceeded(reader, flow.email, request.ip)
    const session = await openSession(reader, deps, {
      personId: result.value.personId,
      providerId: provider.id,
      twoFactors: told.twoFactors,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? null,
    })
    return await reply.header('set-cookie', session).redirect(flow.returnTo)
  })
}

const refused = (reply: FastifyReply, why: SignOnFailure): FastifyReply =>
  reply.redirect(`${REFUSED_PAGE}?motivo=${why}`)

const isCancelled = (error: unknown): boolean =>
  error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied'
