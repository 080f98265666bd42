import { randomUUID } from 'node:crypto'
import { createPrisma } from '@portal/database'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { betterAuth } from 'better-auth/minimal'
import type { Deps } from '../deps.ts'
import { cookiesOf, SESSION_S } from './session-cookie.ts'

export type Auth = {
  /** Answers one of better-auth's own requests, below `/auth`. */
  handle: (request: Request) => Promise<Response>
  /** The first query of Prisma takes half a second: made at start, nobody waits for it. */
  warm: () => Promise<void>
}

/** The header in which the address of whoever asks reaches better-auth: ours alone, whatever came with the request. */
export const ADDRESS_HEADER = 'x-portal-address'

/**
 * Sessions by e-mail and password. Nobody signs up: an administrator makes accounts. Where a request comes from, and how
 * often it may try, our own routes decide before better-auth sees it.
 */
export function createAuth(deps: Pick<Deps, 'pool' | 'publicUrl' | 'log'>, secret: string): Auth {
  const prisma = createPrisma(deps.pool)
  const cookies = cookiesOf(deps.publicUrl)
  const auth = betterAuth({
    appName: 'Portal VMRE',
    baseURL: deps.publicUrl,
    basePath: '/auth',
    secret,
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    user: { modelName: 'person' },
    session: {
      modelName: 'session',
      fields: { userId: 'personId' },
      expiresIn: SESSION_S,
      disableSessionRefresh: true,
    },
    account: { modelName: 'account', fields: { userId: 'personId' } },
    verification: { modelName: 'verification' },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: cookies.prefix,
      // Its own way of being secure puts `__Secure-` before the name.
      useSecureCookies: false,
      defaultCookieAttributes: cookies.attributes,
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => randomUUID() },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message, ...rest) =>
        deps.log[level === 'error' ? 'error' : 'debug']({ rest }, `better-auth: ${message}`),
    },
  })
  return {
    handle: (request) => auth.handler(request),
    warm: async () => {
      await prisma.session.findFirst({ where: { token: '' }, select: { id: true } })
    },
  }
}
