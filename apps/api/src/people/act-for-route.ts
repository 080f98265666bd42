import { randomUUID } from 'node:crypto'
import { ActForInput } from '@portal/contracts'
import { actFor, SYSTEM, type SecondFactorFacts } from '@portal/domain'
import type { FastifyInstance } from 'fastify'
import { act, type Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
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
/** In whose place the session acts until now; locked, so that it goes back from there once. */
const ACTED: Statement = {
  name: 'people_acted_for',
  text: `
    SELECT s.delegation_id AS "delegationId", b.id AS "appointmentId", p.name AS person, h.name AS holder
    FROM session AS s
    JOIN person AS p ON p.id = s.person_id
    LEFT JOIN delegation AS g ON g.id = s.delegation_id
    LEFT JOIN appointment AS b ON b.id = g.appointment_id
    LEFT JOIN person AS h ON h.id = b.person_id
    WHERE s.token = $1 FOR UPDATE OF s`,
}
const ACT_FOR: Statement = {
  name: 'people_act_for',
  text: 'UPDATE session SET delegation_id = $2, updated_at = now() WHERE token = $1',
}

/**
 * `POST /auth/actuar-por`: from now on the session acts in the place of somebody else, or again in its person's own name; both are
 * put on record. A route, because it changes the session; what is done so names both.
 */
export function actForRoute(app: FastifyInstance, deps: Deps, identity: Identity): void {
  app.post('/auth/actuar-por', { bodyLimit: 4096 }, async (request, reply) => {
    const input = ActForInput.safeParse(request.body)
    if (!input.success) return await reply.code(400).send({ refusal: null, requestId: request.id })
    const entered = await identity.identify(request.headers.cookie)
    // Also whoever has yet to set up the second factor that the role of the other came to ask for: they may go back.
    const { personId } = sessionOwner(entered)
    await choose(deps, entered, personId, input.data.delegationId)
    return await reply.code(204).send()
  })
}

type Place = { appointmentId: string; person: string; holder: string }
type Asked = SecondFactorFacts & Place
type Acted = { delegationId: null } | ({ delegationId: string } & Place)

/**
 * On the trail of each appointment that is represented from now on, or no longer. It is the portal's act where the person
 * may do nothing yet.
 */
async function choose(
  deps: Deps,
  { actor, token }: Identified,
  personId: string,
  delegationId: string | null,
): Promise<void> {
  await act(deps, actor ?? SYSTEM, 'people.actFor', { key: randomUUID() }, async (act) => {
    const acted = found(await act.one<Acted>(ACTED, [token]))
    const begun = delegationId === null ? null : await askedFor(act, token, delegationId)
    if (acted.delegationId !== delegationId) {
      await act.rows(ACT_FOR, [token, delegationId])
      const changes = [
        ...(acted.delegationId === null ? [] : [{ verb: 'people.actOwn', ...acted }]),
        ...(begun === null ? [] : [{ verb: 'people.actFor', ...begun }]),
      ]
      // In one order for everybody: of two who change places, neither waits for the other.
      for (const change of changes.toSorted((a, b) => (a.appointmentId < b.appointmentId ? -1 : 1))) {
        await record(act, change)
      }
    }
    return { recordId: personId, recordVersion: 1 }
  })
}

/** @throws Refused NOT_FOUND, and what the second factor of the other's role asks for */
async function askedFor(act: Act, token: string | null, delegationId: string): Promise<Place> {
  const asked = found(await act.one<Asked>(ASKED, [token, dayAt(act.now()), delegationId]))
  granted(actFor(asked))
  return asked
}

const record = (act: Act, { verb, appointmentId, person, holder }: Place & { verb: string }) =>
  act.record({
    recordKind: 'appointment',
    recordId: appointmentId,
    verb,
    details: { person, holder },
    roundId: null,
    versionId: null,
    audience: PEOPLE_AUDIENCE,
  })
