import { StandIn, StandInsInput } from '@portal/contracts'
import { z } from 'zod'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import { MAY_STAND_IN } from '../identity/exports.ts'
import { procedureFor } from '../trpc.ts'

const STAND_INS: Statement = {
  name: 'people_stand_ins',
  text: `
    SELECT DISTINCT ON (p.name, p.id) p.id, p.name, a.role, a.organisation_id AS "organisationId"
    FROM appointment AS b JOIN organisation AS bo ON bo.id = b.organisation_id
    JOIN appointment AS a ON a.person_id <> b.person_id
    JOIN organisation AS o ON o.id = a.organisation_id
    JOIN person AS p ON p.id = a.person_id
    WHERE b.id = $1 AND ${MAY_STAND_IN}
      AND a.ended_at IS NULL AND a.from_day <= $2::date AND (a.until_day IS NULL OR a.until_day >= $2::date)
    ORDER BY p.name, p.id, a.from_day DESC`,
}

/** Who may act in the place of the holder of an appointment. */
export const listStandIns = procedureFor('administrator')
  .input(StandInsInput)
  .output(z.array(StandIn))
  .query(({ ctx: { deps }, input }) =>
    readerOn(deps.pool).rows<z.infer<typeof StandIn>>(STAND_INS, [input.appointmentId, dayAt(deps.clock.now())]),
  )
