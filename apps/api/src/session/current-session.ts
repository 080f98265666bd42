import { SessionView } from '@portal/contracts'
import { readerOn } from '../acts/transaction.ts'
import { isSecondFactorWaived } from '../account/exports.ts'
import { dayAt } from '../calendar/exports.ts'
import { publicProcedure } from '../trpc.ts'
import { actorView, demonstrationAccounts } from './rows.ts'

/** Who is signed in and what time it is. Public: the sign-in screen asks it too. */
export const currentSession = publicProcedure.output(SessionView).query(async ({ ctx }) => {
  const { pool, clock, demonstrationPassword } = ctx.deps
  const reader = readerOn(pool)
  const now = clock.now()
  return {
    actor: (ctx.actor && (await actorView(reader, ctx.actor))) ?? null,
    withoutAppointment: ctx.owner !== null && ctx.actor === null && ctx.lacks === null,
    secondFactor: ctx.lacks,
    clock: { now, startedWith: clock.startedWith },
    demonstration:
      demonstrationPassword === null
        ? null
        : {
            password: demonstrationPassword,
            accounts: await demonstrationAccounts(reader, dayAt(now)),
            secondFactorWaived: await isSecondFactorWaived(reader),
          },
  }
})
