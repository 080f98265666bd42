/** The positions of a longest increasing subsequence of different numbers: what kept its order. O(n log n). */
export function longestIncreasing(values: readonly number[]): number[] {
  /** Of each length the position at which the lowest value ends one. */
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const [position, value] of values.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before.set(position, ends[low - 1])
    ends[low] = position
  }
  const kept: number[] = []
  for (let position = ends.at(-1); position !== undefined; position = before.get(position)) kept.push(position)
  return kept.toReversed()
}
