import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTRPC } from './trpc.ts'

/** All organisations in the official order: the seven OPL, then INE's areas. */
export function useOrganisations() {
  const trpc = useTRPC()
  return useQuery(trpc.directory.organisations.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY })).data
}

/** An organisation's short name by its key: "IEPC Chiapas" for `chis`. The key itself until the names are there. */
export function useNameOf(): (organisationId: string) => string {
  const organisations = useOrganisations()
  return useCallback(
    (organisationId) =>
      organisations?.find((organisation) => organisation.id === organisationId)?.shortName ??
      organisationId.toUpperCase(),
    [organisations],
  )
}
