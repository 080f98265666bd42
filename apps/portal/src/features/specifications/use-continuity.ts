import type { VersionView } from '@portal/contracts'
import {
  acceptedClauses,
  citationsOf,
  compareClauses,
  countChanges,
  matchClauses,
  type ComparedClause,
} from '@portal/domain'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '../../lib/trpc.ts'

type Clause = { key: string | null; citation: string; number: string | null; text: string; withheld: boolean }

/** What the clauses of a proposal would continue, if they were confirmed as they stand. */
export type Continuity = {
  /** Of the version that goes before. */
  number: number
  byKey: ReadonlyMap<string, ComparedClause<Clause>>
  /** As cited there. */
  removed: readonly string[]
  counts: ReturnType<typeof countChanges>
}

/**
 * Matches a proposal with the version before it by the function that the server will ask when it is confirmed, so that it
 * is seen, and the proposal corrected, before that. Null for a first version, and until the other one has come.
 */
export function useContinuity(version: VersionView, proposal: NonNullable<VersionView['proposal']>): Continuity | null {
  const trpc = useTRPC()
  const specification = useQuery(trpc.specifications.get.queryOptions({ id: version.specification.id })).data
  const before = specification?.versions.find(
    ({ number, indexed, status }) => number < version.number && indexed && status !== 'withdrawn',
  )
  const previous = useQuery({
    ...trpc.specifications.version.queryOptions({ id: before?.id ?? '' }),
    enabled: before !== undefined,
  }).data
  return useMemo(() => (previous ? continuityOf(previous, proposal) : null), [previous, proposal])
}

function continuityOf(previous: VersionView, proposal: NonNullable<VersionView['proposal']>): Continuity {
  const keys = proposal.filter(({ excluded }) => !excluded).map(({ key }) => key)
  const contents = acceptedClauses(proposal)
  const citations = citationsOf(contents)
  const after = contents.map((clause, index) => ({
    ...clause,
    key: keys[index] ?? null,
    citation: citations[index] ?? '',
    withheld: false,
  }))
  const before = previous.clauses.map((clause) => ({ ...clause, key: null }))
  const rows = compareClauses<Clause>(before, after, matchClauses(before, after))
  return {
    number: previous.number,
    byKey: new Map(rows.flatMap((row) => (row.after?.key ? [[row.after.key, row]] : []))),
    removed: rows.flatMap((row) => (row.before && !row.after ? [row.before.citation] : [])),
    counts: countChanges(rows),
  }
}
