import type { RoundBoard } from '@portal/contracts'
import { DISPOSITIONS, type Disposition } from '@portal/domain'

export type Counted = { organisationId: string | null; counts: Record<Disposition, number>; total: number }

const none = (organisationId: string | null): Counted => ({
  organisationId,
  counts: { accepted: 0, partly_accepted: 0, rejected: 0, answered_elsewhere: 0 },
  total: 0,
})

function add(counted: Counted, disposition: Disposition, count: number): void {
  counted.counts[disposition] += count
  counted.total += count
}

/** By OPL in the official order, and a last row with the sums. What has no sentido is no part of the matrix. */
export function countMatrix({ rows }: RoundBoard, order: readonly string[]): Counted[] {
  const all = none(null)
  const byOpl = new Map<string, Counted>()
  for (const { organisationId, disposition, count } of rows) {
    const known = DISPOSITIONS.find((one) => one === disposition)
    if (!known) continue
    const counted = byOpl.get(organisationId) ?? none(organisationId)
    byOpl.set(organisationId, counted)
    add(counted, known, count)
    add(all, known, count)
  }
  const place = (id: string | null) => (id === null ? -1 : order.indexOf(id))
  const sorted = [...byOpl.values()].toSorted((one, other) => place(one.organisationId) - place(other.organisationId))
  return [...sorted, all]
}
