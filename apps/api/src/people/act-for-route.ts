import { ActForInput } from '@portal/contracts'
import { actFor, type SecondFactorFacts } from '@portal/domain'
import type { FastifyInstance } from 'fastify'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import type { Deps } from '../deps.ts'
import { IN_FORCE, reached, SECOND_FACTORS_OF, sessionOwner, type Identity } from '../identity/exports.ts'
import { found, granted } from '../refused.ts'

/** What the role of whoever is represented asks of the session that is to act for them. */
const ASKED: Statement = {
  name: 'people_act_for_asked',
  text: `
    SELECT a.role, f.totp OR f.passkey AS has, s.second_factor IS NOT NULL AS shown, f.widened, f.exempt
    FROM session AS s
    JOIN person AS p ON p.id = s.person_id
    JOIN delegation AS g ON g.person_id = p.id
    JOIN appointment AS b ON b.id = g.appointment_id
    CROSS JOIN LATERAL (SELECT b.role) AS a
    CROSS JOIN LATERAL (${SECOND_FACTORS_OF}) AS f
    WHERE s.token = $1 AND g.id = $3::uuid AND ${IN_FORCE} AND ${reached('b')}`,
}
const ACT_FOR: Statement = {
  name: 'people_act_for',
  text: 'UPDATE session SET delegation_id = $2, updated_at = now() WHERE token = $1 RETURNING id',
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
    // Also whoever has yet to set up the second factor that the role of the other came to ask for: they may go back.
    sessionOwner(entered)
    const { delegationId } = input.data
    const reader = readerOn(deps.pool)
    if (delegationId !== null) {
      const values = [entered.token, dayAt(deps.clock.now()), delegationId]
      granted(actFor(found(await reader.one<SecondFactorFacts>(ASKED, values))))
    }
    found(await reader.one(ACT_FOR, [entered.token, delegationId]))
    return await reply.code(204).send()
  })
}
