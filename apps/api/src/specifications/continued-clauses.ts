import { randomUUID } from 'node:crypto'
import {
  carriedClassFrom,
  citationsOf,
  compareClauses,
  countChanges,
  matchClauses,
  type ClauseMatch,
  type Classification,
  type ClauseContent,
  type ComparableClause,
  type MatchableClause,
} from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { inThread } from '../adapters/in-thread.ts'
import { classificationJson } from './classed.ts'
import type { LockedVersion } from './locked-version.ts'

type Before = Pick<ClauseContent, 'kind' | 'number' | 'depth' | 'text'> & {
  identity_id: string
  citation: string
  classification: Classification | null
  aside: boolean
}

/**
 * The clauses of the last confirmed version; one that was withdrawn is passed over, a wrong document for instance. Of those
 * its restricted clauses follow (`aside`): what was reserved there is reserved.
 */
const BEFORE: Statement = {
  name: 'clauses_before',
  text: `
    WITH confirmed AS (
      SELECT v.id, v.number, v.status = 'withdrawn' AS withdrawn FROM specification_version AS v
      WHERE v.specification_id = $1 AND v.number < $2 AND v.indexed_at IS NOT NULL
    ), latest AS (SELECT id FROM confirmed WHERE NOT withdrawn ORDER BY number DESC LIMIT 1)
    SELECT c.identity_id, c.citation, c.kind, c.number, c.depth, c.text, ${classificationJson('c')} AS classification,
      v.withdrawn AS aside
    FROM confirmed AS v JOIN clause AS c ON c.version_id = v.id
    WHERE v.id = (SELECT id FROM latest) OR (v.withdrawn AND c.access_class <> 'public')
    ORDER BY v.number, c.position`,
}

/**
 * The clauses of a version that is about to be confirmed, each with its citation, with the clause of the version before
 * that it continues (`matchClauses`) and with the class that it takes over; and how many of the version before are what.
 */
export async function continuedClauses(act: Act, version: LockedVersion, contents: readonly ClauseContent[]) {
  const rows = await act.rows<Before>(BEFORE, [version.specification_id, version.number])
  const before = rows.filter(({ aside }) => !aside)
  const citations = citationsOf(contents)
  const after = contents.map((clause, position) => ({ ...clause, citation: citations[position] ?? '' }))
  const matches = await matched(before.map(matchable), after.map(matchable))
  const continues = new Map(matches.map((match) => [match.after, match.before]))
  const goingOn = new Set(continues.values())
  const classed = before.map((clause, index) => ({ ...clause, goesOn: goingOn.has(index) }))
  // Their wording counts, not where it stood: nobody cites a version that was withdrawn.
  const all = [...classed, ...rows.filter(({ aside }) => aside).map((clause) => ({ ...clause, goesOn: true }))]
  const carriedClass = carriedClassFrom(all)
  const clauses = after.map((clause, position) => {
    const own = classed[continues.get(position) ?? -1] ?? null
    return { ...clause, identityId: own?.identity_id ?? randomUUID(), classification: carriedClass(clause, own) }
  })
  const changes = countChanges(compareClauses(before.map(shown), after.map(shown), matches))
  return { clauses, changes: before.length === 0 ? null : changes }
}

const matchable = ({ kind, depth, text, citation }: MatchableClause): MatchableClause => ({
  kind,
  depth,
  text,
  citation,
})

/** Beyond so many clauses a document that was written anew takes longer than anybody else should wait for it. */
const MOST_HERE = 600
const MOST_MS = 60_000

async function matched(before: MatchableClause[], after: MatchableClause[]): Promise<ClauseMatch[]> {
  if (before.length + after.length <= MOST_HERE) return matchClauses(before, after)
  return await inThread(new URL('./match-thread.ts', import.meta.url), { before, after }, MOST_MS)
}

const shown = ({ citation, number, text }: Omit<ComparableClause, 'withheld'>): ComparableClause => ({
  citation,
  number,
  text,
  withheld: false,
})
