import { randomUUID } from 'node:crypto'
import { initTRPC, TRPCError } from '@trpc/server'
import { WIRE_CODES, type Refusal } from '@portal/contracts'
import type { Person, Role } from '@portal/domain'
import type { z } from 'zod'
import { isDiskFull } from './adapters/disk-full.ts'
import type { Deps } from './deps.ts'
import { countPublicRequest } from './http/public-requests.ts'
import { enteredPerson, sessionOwner, type Identified } from './identity/exports.ts'
import { Refused } from './refused.ts'

export type Context = Pick<Identified, 'owner' | 'actor' | 'lacks'> & {
  /** @internal */
  deps: Deps
  /** @internal Gives whoever asks the cookie of a session that took the place of theirs. */
  giveSession: (token: string) => void
  /** @internal Why nobody knows who asks: the database did not say. */
  unidentified?: Error
  requestId: string
  /** @internal From where it is asked; absent where the product asks itself. */
  address?: string
}

/** Of somebody who calls the procedures without HTTP, with all that their session needs: the demonstration, a test. */
export const calledBy = (deps: Deps, actor: Person | null): Context => ({
  deps,
  owner: actor && { sessionId: 'none', email: '', ...actor },
  actor,
  lacks: null,
  giveSession: () => undefined,
  requestId: randomUUID(),
})

/** Who may pass: written on every procedure by its base, and looked for by the test that walks the router. */
type Meta = { door: 'public' | 'own_account' | 'signed_in' | readonly Role[] }

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => ({
      ...shape,
      message: error.code === 'INTERNAL_SERVER_ERROR' ? 'INTERNAL_SERVER_ERROR' : shape.message,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        refusal: refusalOf(error),
        /** Shown on the screen of an error, and in the log beside its cause. */
        requestId: ctx?.requestId ?? null,
      },
    }),
  })

function refusalOf(error: TRPCError): Refusal | null {
  return error.cause instanceof Refused ? error.cause.refusal : null
}

/** An expected refusal becomes its tRPC code; everything else that is thrown stays a bug. */
const refusals = t.middleware(async ({ ctx, path, next }) => {
  if (ctx.unidentified !== undefined) throw ctx.unidentified
  const result = await next()
  if (result.ok) return result
  const { cause } = result.error
  if (isDiskFull(cause)) ctx.deps.log.error({ err: cause, path, reqId: ctx.requestId }, 'the disk is full')
  const refused = isDiskFull(cause) ? new Refused({ code: 'STORAGE_FULL' }, { cause }) : cause
  if (refused instanceof Refused) throw new TRPCError({ code: WIRE_CODES[refused.refusal.code], cause: refused })
  return result
})

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** Door: nobody in particular. Only the session, and what `throttledProcedure` opens. */
export const publicProcedure = t.procedure.meta({ door: 'public' }).use(refusals)

/** Door: anybody, as often as a person asks: `/verificar` and the public side. Whoever is signed in is not counted. */
export const throttledProcedure = publicProcedure.use(async ({ ctx, next }) => {
  if (ctx.actor === null && ctx.address !== undefined) await countPublicRequest(ctx.deps, ctx.address)
  return next()
})

/** Door: whoever is signed in, for how they enter: also without an appointment, and before a second factor is set up. */
export const ownAccountProcedure = publicProcedure
  .meta({ door: 'own_account' })
  .use(({ ctx, next }) => next({ ctx: { owner: sessionOwner(ctx) } }))

/** Door: a signed-in person with an appointment in force, and with the second factor that it needs. */
export const signedInProcedure = publicProcedure
  .meta({ door: 'signed_in' })
  .use(({ ctx, next }) => next({ ctx: { actor: enteredPerson(ctx) } }))

/** Door: one of these roles. What is refused here says FORBIDDEN: the procedure exists for everybody to know. */
export const procedureFor = (...roles: readonly Role[]) =>
  signedInProcedure.meta({ door: roles }).use(({ ctx, next }) => {
    if (!roles.includes(ctx.actor.role)) throw new Refused({ code: 'FORBIDDEN' })
    return next()
  })

/**
 * A large view, checked synchronously: for that zod compiles its objects, for a promise, which tRPC asks of a schema, it
 * walks them, and a list of fifty takes three times as long. `.output(checked(View))` is `.output(View)` otherwise.
 */
export const checked =
  <View extends z.ZodType>(view: View) =>
  (value: unknown): z.output<View> =>
    view.parse(value)
