import { longestIncreasing } from './increasing.ts'
import type { ClauseMatch } from './matching.ts'
import { sameLine } from './words.ts'

/** What became of a clause from one version to another. A clause may be moved, renumbered and reworded at once. */
export const CLAUSE_CHANGES = ['added', 'removed', 'moved', 'renumbered', 'reworded'] as const
export type ClauseChange = (typeof CLAUSE_CHANGES)[number]

export const CLAUSE_CHANGE_NAMES = {
  added: 'Agregado',
  removed: 'Eliminado',
  moved: 'Movido',
  renumbered: 'Renumerado',
  reworded: 'Modificado',
} as const satisfies Record<ClauseChange, string>

export type ComparableClause = {
  citation: string
  number: string | null
  text: string
  /** Its content is kept from the reader: nobody is told whether it changed. */
  withheld: boolean
}

/** Without changes it stands as it stood. `added` has no `before`, `removed` no `after`. */
export type ComparedClause<Clause> = { before: Clause | null; after: Clause | null; changes: ClauseChange[] }

/**
 * The clauses of both versions in the order of the later one; what was removed stands where it stood. Of those that
 * changed places the fewest are called moved: the others keep their order among each other.
 * @param matches each clause at most once
 */
export function compareClauses<Clause extends ComparableClause>(
  before: readonly Clause[],
  after: readonly Clause[],
  matches: readonly ClauseMatch[],
): ComparedClause<Clause>[] {
  const pairs = matches.toSorted((one, other) => one.after - other.after)
  const inOrder = new Set(longestIncreasing(pairs.map((pair) => pair.before)).map((place) => pairs[place]?.before))
  const partners = new Map(pairs.map((pair) => [pair.after, pair.before]))
  const matched = new Set(partners.values())

  /** What was removed, by the clause before it that kept its order; by −1 at the start of the document. */
  const removed = new Map<number, Clause[]>()
  let last = -1
  for (const [index, clause] of before.entries()) {
    if (inOrder.has(index)) last = index
    if (!matched.has(index)) removed.set(last, [...(removed.get(last) ?? []), clause])
  }
  const removedAfter = (index: number) =>
    (removed.get(index) ?? []).map((clause) => ({ before: clause, after: null, changes: ['removed' as const] }))

  return [
    ...removedAfter(-1),
    ...after.flatMap((clause, index): ComparedClause<Clause>[] => {
      const partner = partners.get(index)
      const old = partner === undefined ? undefined : before[partner]
      if (partner === undefined || !old) return [{ before: null, after: clause, changes: ['added'] }]
      const row = { before: old, after: clause, changes: changesOf(old, clause, !inOrder.has(partner)) }
      return inOrder.has(partner) ? [row, ...removedAfter(partner)] : [row]
    }),
  ]
}

function changesOf(before: ComparableClause, after: ComparableClause, moved: boolean): ClauseChange[] {
  // What has no number of its own is not renumbered by being counted anew.
  const numbered = before.number !== null || after.number !== null
  const renumbered = numbered && before.citation !== after.citation
  const shown = !before.withheld && !after.withheld
  const reworded = shown && sameLine(before.text) !== sameLine(after.text)
  return [
    ...(moved ? ['moved' as const] : []),
    ...(renumbered ? ['renumbered' as const] : []),
    ...(reworded ? ['reworded' as const] : []),
  ]
}

/** How many clauses there are of each change, and how many without any. */
export function countChanges(
  rows: readonly { changes: readonly ClauseChange[] }[],
): Record<ClauseChange | 'unchanged', number> {
  const count = { added: 0, removed: 0, moved: 0, renumbered: 0, reworded: 0, unchanged: 0 }
  for (const { changes } of rows) {
    if (changes.length === 0) count.unchanged += 1
    for (const change of changes) count[change] += 1
  }
  return count
}

/** What a reader narrows a comparison to: one kind of change, everything that changed, or what did not. */
export const CHANGE_FILTERS = ['changed', ...CLAUSE_CHANGES, 'unchanged'] as const
export type ChangeFilter = (typeof CHANGE_FILTERS)[number]

/** Whether a row is shown under the filter; null shows all of them. */
export function isShownAs(filter: ChangeFilter | null, { changes }: { changes: readonly ClauseChange[] }): boolean {
  if (filter === null) return true
  if (filter === 'changed') return changes.length > 0
  return filter === 'unchanged' ? changes.length === 0 : changes.includes(filter)
}
