import { reached } from './session-reach.ts'

/** SQL condition as `mayStandIn` of the domain: somebody of an organisation `o` may act for one of `bo`. */
export const MAY_STAND_IN = `(o.id = bo.id OR (o.kind <> 'opl' AND bo.kind <> 'opl'))`

/**
 * SQL conditions on a delegation `g` and the appointment `b` of whoever is represented: both are in force on day `$2`, and
 * so is an appointment of the delegate that may stand in. Whoever went to another OPL takes no delegation along.
 */
export const IN_FORCE = `g.ended_at IS NULL AND g.from_day <= $2 AND g.until_day >= $2
  AND b.ended_at IS NULL AND b.from_day <= $2 AND (b.until_day IS NULL OR b.until_day >= $2)
  AND EXISTS (
    SELECT FROM appointment AS a
    JOIN organisation AS o ON o.id = a.organisation_id JOIN organisation AS bo ON bo.id = b.organisation_id
    WHERE a.person_id = g.person_id AND ${MAY_STAND_IN}
      AND a.ended_at IS NULL AND a.from_day <= $2 AND (a.until_day IS NULL OR a.until_day >= $2))`

/** SQL: in whose place a session `s` acts on day `$2`; no row where it may not, or does not. */
export const REPRESENTED = `
  SELECT b.id AS "appointmentId", b.role, b.organisation_id AS "organisationId", o.kind,
    json_build_object('personId', h.id, 'personName', h.name, 'delegationId', g.id) AS "onBehalfOf"
  FROM delegation AS g
  JOIN appointment AS b ON b.id = g.appointment_id
  JOIN person AS h ON h.id = b.person_id
  JOIN organisation AS o ON o.id = b.organisation_id
  WHERE g.id = s.delegation_id AND g.person_id = s.person_id AND ${IN_FORCE} AND ${reached('b')}`
