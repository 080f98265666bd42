import { ActForInput } from '@portal/contracts'
import type { FastifyInstance } from 'fastify'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import type { Deps } from '../deps.ts'
import { IN_FORCE, reached, sessionOwner, type Identity } from '../identity/exports.ts'
import { found } from '../refused.ts'

const ACT_FOR: Statement = {
  name: 'people_act_for',
  text: `
    UPDATE session AS s SET delegation_id = $3::uuid, updated_at = now()
    WHERE s.token = $1 AND ($3::uuid IS NULL OR EXISTS (
      SELECT FROM delegation AS g JOIN appointment AS b ON b.id = g.appointment_id
      WHERE g.id = $3::uuid AND g.person_id = s.person_id AND ${IN_FORCE} AND ${reached('b')}))
    RETURNING s.id`,
}

/**
 * `POST /auth/actuar-por`: from now on the session acts in the place of somebody else, or again in one's own. A route,
 * because it changes the session and not a record; what is done so names both.
 */
export function actForRoute(app: FastifyInstance, deps: Deps, identity: Identity): void {
  app.post('/auth/actuar-por', { bodyLimit: 4096 }, async (request, reply) => {
    const input = ActForInput.safeParse(request.body)
    if (!input.success) return await reply.code(400).send({ refusal: null, requestId: request.id })
    const entered = await identity.identify(request.headers.cookie)
    // Also whoever has yet to set up the second factor that the role of the other asks for: they may go back.
    sessionOwner(entered)
    found(await readerOn(deps.pool).one(ACT_FOR, [entered.token, dayAt(deps.clock.now()), input.data.delegationId]))
    return await reply.code(204).send()
  })
}
