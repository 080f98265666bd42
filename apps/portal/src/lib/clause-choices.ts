import { skipToken, useQuery } from '@tanstack/react-query'
import { useTRPC } from './trpc.ts'

/** Enough of a clause to tell which it is; its number comes first. */
const SHOWN = 48

const NONE: { value: string; label: string }[] = []

/** The clauses of a version to choose from, in the document's order; none while they load, or without a version. */
export function useClauseChoices(versionId: string | null): { value: string; label: string }[] {
  const trpc = useTRPC()
  const asked = versionId === null ? skipToken : { id: versionId }
  const { data } = useQuery({
    ...trpc.specifications.version.queryOptions(asked),
    select: ({ clauses }) =>
      clauses
        .filter(({ citation }) => citation !== '')
        .map(({ id, citation, text }) => ({ value: id, label: `${citation} ${start(text)}`.trim() })),
  })
  return data ?? NONE
}

const start = (text: string): string => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN).trimEnd()}…`)
