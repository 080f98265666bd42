import type { Load } from './load.ts'
import { median, percentile } from './numbers.ts'

/** What one server did in all its turns. */
export type Result = { perSecond: number; p99Ms: number }

export type Measured<Name extends string> = {
  of: (name: Name) => Result
  /** How many times as fast as the other the one is. */
  ratio: (one: Name, other: Name) => number
}

/**
 * Lets servers take turns, each time in another order, so that whatever else the machine does meanwhile hits all of
 * them alike; ratios are medians of those within a turn.
 */
export async function interleave<Name extends string>(
  turns: number,
  runs: Readonly<Record<Name, () => Promise<Load>>>,
): Promise<Measured<Name>> {
  const names = Object.keys(runs) as Name[]
  const loads = new Map<Name, Load[]>(names.map((name) => [name, []]))
  for (let turn = 0; turn < turns; turn += 1) {
    const order = turn % 2 === 0 ? names : names.toReversed()
    for (const name of order) loads.get(name)?.push(await runs[name]())
  }
  const rates = (name: Name) => (loads.get(name) ?? []).map(({ perSecond }) => perSecond)
  return {
    of: (name) => ({
      perSecond: median(rates(name)),
      p99Ms: percentile(
        (loads.get(name) ?? []).flatMap(({ latenciesMs }) => latenciesMs),
        0.99,
      ),
    }),
    ratio: (one, other) => {
      const others = rates(other)
      return median(rates(one).map((rate, turn) => rate / (others[turn] ?? Number.NaN)))
    },
  }
}
