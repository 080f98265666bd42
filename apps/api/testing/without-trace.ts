import type { Pool, PoolClient } from 'pg'
import type { Person } from '@portal/domain'
import { appRouter } from '../src/router.ts'
import { calledBy, createCallerFactory } from '../src/trpc.ts'
import type { TestProduct } from './product.ts'

const createCaller = createCallerFactory(appRouter)

/** Calls the API's procedures as somebody: they do all that they do, and the database takes it back at the end. */
export function callerWithoutTrace({ deps, person }: TestProduct): (who: string | null) => unknown {
  const rehearsed = { ...deps, pool: takingBack(deps.pool), live: { tell: () => undefined } }
  return (who) => {
    const actor: Person | null = who === null ? null : person(who)
    return createCaller(calledBy(rehearsed, actor))
  }
}

/** The same connections, on which a transaction never ends but in ROLLBACK. */
function takingBack(pool: Pool): Pool {
  const connect = async () => {
    const client = await pool.connect()
    const query = (asked: unknown, ...rest: unknown[]): unknown =>
      Reflect.apply(client.query, client, [asked === 'COMMIT' ? 'ROLLBACK' : asked, ...rest])
    return standIn<PoolClient>(client, { query })
  }
  return standIn<Pool>(pool, { connect })
}

/** What it does not do by itself, the original does. */
function standIn<Original extends object>(original: Original, own: Record<string, unknown>): Original {
  return new Proxy(original, {
    get: (target, name) => {
      if (typeof name === 'string' && name in own) return own[name]
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
