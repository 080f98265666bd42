import { OwnDelegation } from '@portal/contracts'
import { z } from 'zod'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import { IN_FORCE } from '../identity/exports.ts'
import { signedInProcedure } from '../trpc.ts'

const OWN: Statement = {
  name: 'people_own_delegations',
  text: `
    SELECT g.id, h.name AS holder, b.role, b.organisation_id AS "organisationId", g.until_day AS "untilDay"
    FROM delegation AS g JOIN appointment AS b ON b.id = g.appointment_id JOIN person AS h ON h.id = b.person_id
    WHERE g.person_id = $1 AND ${IN_FORCE} ORDER BY h.name, g.id`,
}

/** In whose place whoever asks may act today. */
export const listOwnDelegations = signedInProcedure
  .output(z.array(OwnDelegation))
  .query(async ({ ctx: { deps, actor } }) => {
    const values = [actor.personId, dayAt(deps.clock.now())]
    const rows = await readerOn(deps.pool).rows<Omit<OwnDelegation, 'current'>>(OWN, values)
    return rows.map((row) => ({ ...row, current: row.id === actor.onBehalfOf?.delegationId }))
  })
