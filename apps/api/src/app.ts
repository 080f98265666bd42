import { randomUUID } from 'node:crypto'
import { fastifyTRPCPlugin, type CreateFastifyContextOptions } from '@trpc/server/adapters/fastify'
import {
  fastify,
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { entryRoutes } from './account/entry-routes.ts'
import type { Deps } from './deps.ts'
import { logExportRoutes } from './evidence/export-log.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { fileRoutes } from './files/routes.ts'
import { answerErrors, refuseWith, retryAfter } from './http/answers.ts'
import { healthRoutes } from './http/health-routes.ts'
import type { Routes } from './http/routes.ts'
import { isSameOrigin } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import { authRoutes } from './identity/auth-routes.ts'
import type { Auth } from './identity/auth.ts'
import { enteredPerson, NOBODY, type Identity } from './identity/identity.ts'
import { sessionCookie } from './identity/session-cookie.ts'
import type { Hub } from './live/hub.ts'
import { liveRoute } from './live/live-route.ts'
import { servePortal } from './portal-files/serve-portal.ts'
import { actForRoute } from './people/act-for-route.ts'
import { offlineRoutes } from './offline/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { publicationRoutes } from './publication/routes.ts'
import { appRouter } from './router.ts'
import { signOnRoutes } from './sign-on/routes.ts'
import { specificationRoutes } from './specifications/routes.ts'
import type { Context } from './trpc.ts'

export type AppOptions = {
  deps: Deps
  auth: Auth
  identity: Identity
  hub: Hub
  /** Where the portal was built. */
  portalDirectory: string
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[]
  isStopping: () => boolean
}

const BODY_LIMIT_BYTES = 2 * 1024 * 1024

/** Slices that answer with more than tRPC carries. */
const ROUTES: readonly Routes[] = [
  fileRoutes,
  exportRoutes,
  evidenceRoutes,
  logExportRoutes,
  offlineRoutes,
  peopleRoutes,
  signOnRoutes,
  publicationRoutes,
  specificationRoutes,
]

/** HTTP around the router: identity, files, live updates, health and the portal's own pages. Tests start here. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { deps, auth, identity, hub, portalDirectory, trustedProxies, isStopping } = options
  const everywhere = securityHeaders(deps.publicUrl)
  const log: FastifyBaseLogger = deps.log
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    // A path that can't be decoded never reaches a route, and so none of the hooks.
    frameworkErrors: (_error, request, reply) => {
      reply.headers({ ...everywhere, 'x-request-id': request.id })
      refuseWith(reply, { code: 'NOT_FOUND' })
    },
    routerOptions: { maxParamLength: 5000 },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...everywhere, 'x-request-id': request.id })
    if (isSameOrigin(request.method, request.headers, deps.publicUrl)) return
    request.log.warn({ origin: request.headers.origin }, 'a request from another site was refused')
    return refuseWith(reply, { code: 'FORBIDDEN' })
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request
    // Without the query, which may carry one-time links and what people search for.
    const path = url.split('?', 1)[0]
    request.log.info({ method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
  answerErrors(app)

  const actorOf = async (request: FastifyRequest) => enteredPerson(await identity.identify(request.headers.cookie))
  app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: ({ req, res }: CreateFastifyContextOptions) => contextOf(deps, identity, req, res),
      responseMeta: ({ errors }: { errors: readonly Error[] }) => ({ headers: retryAfter(errors[0]?.cause) }),
      onError: ({
        error,
        path,
        req,
      }: {
        error: Error & { code: string }
        path?: string | undefined
        req: FastifyRequest
      }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          req.log.error({ err: error.cause ?? error, path }, 'a procedure failed')
      },
    },
  })
  authRoutes(app, deps, auth)
  entryRoutes(app, deps, identity)
  actForRoute(app, deps, identity)
  liveRoute(app, identity, hub)
  healthRoutes(app, deps.pool, isStopping)
  for (const routes of ROUTES) routes(app, { deps, actorOf })
  if (!(await servePortal(app, portalDirectory))) deps.log.warn({ portalDirectory }, 'the portal is not built')
  return app
}

/** Never throws: an error must know its request's id, and gets it from the context. */
async function contextOf(
  deps: Deps,
  identity: Identity,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const base = {
    deps,
    requestId: request.id,
    address: request.ip,
    giveSession: (token: string) => void reply.header('set-cookie', sessionCookie(deps, token)),
  }
  try {
    const { owner, actor, lacks } = await identity.identify(request.headers.cookie)
    return { ...base, owner, actor, lacks }
  } catch (error) {
    return { ...base, ...NOBODY, unidentified: error instanceof Error ? error : new Error(String(error)) }
  }
}
