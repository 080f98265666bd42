export type ClauseMatch = { before: number; after: number }
export type Side = keyof ClauseMatch

/** Who is matched with whom so far, each at most once. */
export class Matching {
  readonly #partners: Record<Side, (number | null)[]>

  constructor(before: number, after: number) {
    this.#partners = {
      before: Array.from({ length: before }, () => null),
      after: Array.from({ length: after }, () => null),
    }
  }

  /** Matches the two, unless one of them is matched already. */
  join({ before, after }: ClauseMatch): void {
    if (this.#partners.before[before] !== null || this.#partners.after[after] !== null) return
    this.#partners.before[before] = after
    this.#partners.after[after] = before
  }

  partnerOf(side: Side, index: number): number | null {
    return this.#partners[side][index] ?? null
  }

  /** The same for both of a pair, whichever side is asked: the index that the one in `before` has. */
  pairOf(side: Side, index: number): number | null {
    const partner = this.partnerOf(side, index)
    return side === 'after' || partner === null ? partner : index
  }

  free(side: Side): number[] {
    return [...this.#partners[side].keys()].filter((index) => this.#partners[side][index] === null)
  }

  pairs(): ClauseMatch[] {
    return this.#partners.after.flatMap((before, after) => (before === null ? [] : [{ before, after }]))
  }

  /** For each clause of a side the nearest matched pair before it (`step` −1) or behind it (1); null where none is. */
  nearest(side: Side, step: 1 | -1): (number | null)[] {
    const { length } = this.#partners[side]
    const found: (number | null)[] = Array.from({ length }, () => null)
    let last: number | null = null
    for (let count = 0; count < length; count++) {
      const index = step === -1 ? count : length - 1 - count
      found[index] = last
      last = this.pairOf(side, index) ?? last
    }
    return found
  }
}
