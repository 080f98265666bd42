import { randomUUID } from 'node:crypto'
import { ActForInput } from '@portal/contracts'
import { actFor, SYSTEM, type SecondFactorFacts } from '@portal/domain'
import type { FastifyInstance } from 'fastify'
import { act } from '../acts/act.ts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import type { Deps } from '../deps.ts'
import {
  IN_FORCE,
  reached,
  SECOND_FACTORS_OF,
  sessionOwner,
  type Identified,
  type Identity,
} from '../identity/exports.ts'
import { found, granted } from '../refused.ts'
import { PEOPLE_AUDIENCE } from './appoint.ts'

/** What the role of whoever is represented asks of the session that is to act for them. */
const ASKED: Statement = {
  name: 'people_act_for_asked',
  text: `
    SELECT a.role, f.totp OR f.passkey AS has, s.second_factor IS NOT NULL AS shown, f.widened, f.exempt,
      b.id AS "appointmentId", p.name AS person, h.name AS holder
    FROM session AS s
    JOIN person AS p ON p.id = s.person_id
    JOIN delegation AS g ON g.person_id = p.id
    JOIN appointment AS b ON b.id = g.appointment_id
    JOIN person AS h ON h.id = b.person_id
    CROSS JOIN LATERAL (SELECT b.role) AS a
    CROSS JOIN LATERAL (${SECOND_FACTORS_OF}) AS f
    WHERE s.token = $1 AND g.id = $3::uuid AND ${IN_FORCE} AND ${reached('b')}`,
}
const ACT_FOR: Statement = {
  name: 'people_act_for',
  text: 'UPDATE session SET delegation_id = $2, updated_at = now() WHERE token = $1 RETURNING id',
}

/**
 * `POST /auth/actuar-por`: from now on the session acts in the place of somebody else, which is put on record, or again in one's
 * own. A route, because it changes the session; what is done so names both.
 */
export function actForRoute(app: FastifyInstance, deps: Deps, identity: Identity): void {
  app.post('/auth/actuar-por', { bodyLimit: 4096 }, async (request, reply) => {
    const input = ActForInput.safeParse(request.body)
    if (!input.success) return await reply.code(400).send({ refusal: null, requestId: request.id })
    const entered = await identity.identify(request.headers.cookie)
    // Also whoever has yet to set up the second factor that the role of the other came to ask for: they may go back.
    sessionOwner(entered)
    const { delegationId } = input.data
    if (delegationId === null) found(await readerOn(deps.pool).one(ACT_FOR, [entered.token, null]))
    else await begin(deps, entered, delegationId)
    return await reply.code(204).send()
  })
}

type Asked = SecondFactorFacts & { appointmentId: string; person: string; holder: string }

/** On the trail of the appointment that is represented. It is the portal's act where the person may do nothing yet. */
async function begin(deps: Deps, { actor, token }: Identified, delegationId: string): Promise<void> {
  await act(deps, actor ?? SYSTEM, 'people.actFor', { key: randomUUID() }, async (act) => {
    const asked = found(await act.one<Asked>(ASKED, [token, dayAt(act.now()), delegationId]))
    granted(actFor(asked))
    found(await act.one(ACT_FOR, [token, delegationId]))
    const { appointmentId, person, holder } = asked
    await act.record({
      recordKind: 'appointment',
      recordId: appointmentId,
      verb: 'people.actFor',
      details: { person, holder },
      roundId: null,
      versionId: null,
      audience: PEOPLE_AUDIENCE,
    })
    return { recordId: appointmentId, recordVersion: 1 }
  })
}
