import { OrganisationView } from '@portal/contracts'
import { z } from 'zod'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { signedInProcedure } from '../trpc.ts'

const ORGANISATIONS: Statement = {
  name: 'directory_organisations',
  text: `
    SELECT id, kind, short_name AS "shortName", name, entity, two_levels AS "twoLevels", position
    FROM organisation ORDER BY position`,
}

export const listOrganisations = signedInProcedure
  .output(z.array(OrganisationView))
  .query(({ ctx }) => readerOn(ctx.deps.pool).rows<OrganisationView>(ORGANISATIONS, []))
