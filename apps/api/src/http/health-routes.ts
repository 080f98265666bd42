import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'

const ANSWER_WITHIN_MS = 2_000

/** The role of the application may read the history of migrations; one that was begun and not finished is a halt. */
const UNFINISHED = `
  SELECT count(*)::int AS unfinished FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`

/** `/health/live`: the process answers. `/health/ready`: requests may be sent here: database, migrations, not stopping. */
export function healthRoutes(app: FastifyInstance, pool: Pool, isStopping: () => boolean): void {
  app.get('/health/live', { logLevel: 'warn' }, () => ({ status: 'ok' }))

  app.get('/health/ready', { logLevel: 'warn' }, async (_request, reply) => {
    const unfinished = await withinTime(pool.query<{ unfinished: number }>(UNFINISHED)).then(
      ({ rows }) => rows[0]?.unfinished ?? 0,
      () => null,
    )
    const checks = { database: unfinished !== null, migrations: unfinished === 0, stopping: isStopping() }
    const ready = checks.database && checks.migrations && !checks.stopping
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', ...checks })
  })
}

async function withinTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('no answer in time')), ANSWER_WITHIN_MS)
  return await Promise.race([asked, tooLate]).finally(() => clearTimeout(timer))
}
