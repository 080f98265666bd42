import { useQuery } from '@tanstack/react-query'
import { useOrganisations } from '../../lib/organisations.ts'
import { useTRPC } from '../../lib/trpc.ts'

/** What the plan of a round chooses from: the OPL in the official order, and the calendars. */
export function usePlanChoices() {
  const trpc = useTRPC()
  const organisations = useOrganisations()
  const { data: calendars, error, refetch } = useQuery(trpc.calendar.list.queryOptions())
  const opl = organisations?.filter(({ kind }) => kind === 'opl')
  return { choices: opl && calendars ? { opl, calendars } : null, error, refetch }
}
