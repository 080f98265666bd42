import type { ComparisonView } from '@portal/contracts'
import { CHANGE_FILTERS, type ChangeFilter } from '@portal/domain'

/** The number of a version in the address; what is none is as if nothing were asked. */
export function versionNumber(text: string | undefined): number | null {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 && number <= 100_000 ? number : null
}

export const changeFilter = (text: string | undefined): ChangeFilter | null =>
  CHANGE_FILTERS.find((filter) => filter === text) ?? null

export function exportAddress({ specification, from, to }: ComparisonView, kind: ChangeFilter | null): string {
  const query = new URLSearchParams({
    from: String(from.number),
    to: String(to.number),
    ...(kind !== null && { kind }),
  })
  return `/exports/specifications/${specification.id}/comparison.csv?${query}`
}
