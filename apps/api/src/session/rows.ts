import type { ActorView, DemonstrationAccount } from '@portal/contracts'
import type { Person, Role } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'

const ACTOR: Statement = {
  name: 'session_actor',
  text: `
    SELECT p.id AS "personId", p.name AS "personName", p.email, a.id AS "appointmentId", a.role, $3::text AS "onBehalfOf",
      json_build_object('id', o.id, 'kind', o.kind, 'shortName', o.short_name, 'name', o.name, 'entity', o.entity,
        'twoLevels', o.two_levels, 'position', o.position) AS organisation
    FROM appointment AS a
    JOIN person AS p ON p.id = $2
    JOIN organisation AS o ON o.id = a.organisation_id
    WHERE a.id = $1`,
}
const ACCOUNTS: Statement = {
  name: 'session_demonstration_accounts',
  text: `
    SELECT p.email, p.name, a.role, o.short_name AS organisation
    FROM appointment AS a
    JOIN person AS p ON p.id = a.person_id
    JOIN organisation AS o ON o.id = a.organisation_id
    WHERE a.ended_at IS NULL AND $1 >= a.from_day AND (a.until_day IS NULL OR $1 <= a.until_day)
    ORDER BY array_position($2::text[], a.role), o.position, p.email`,
}

/** As the main job meets them: who sends the document, who answers, who validates, and then the rest. */
const ROLES_IN_ORDER: readonly Role[] = [
  'derfe_coordinator',
  'opl_liaison',
  'opl_head',
  'derfe_head',
  'deoe_reviewer',
  'deoe_head',
  'area_responder',
  'observer',
  'auditor',
  'administrator',
]

export const actorView = (reader: Reader, { appointmentId, personId, onBehalfOf }: Person) =>
  reader.one<ActorView>(ACTOR, [appointmentId, personId, onBehalfOf?.personName ?? null])

export const demonstrationAccounts = (reader: Reader, day: string) =>
  reader.rows<DemonstrationAccount>(ACCOUNTS, [day, ROLES_IN_ORDER])
