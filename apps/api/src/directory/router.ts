import { router } from '../trpc.ts'
import { listOrganisations } from './list-organisations.ts'

export const directoryRouter = router({
  organisations: listOrganisations,
})
