import { TITLES } from './scenarios.ts'
import type { ActName, ReadName } from './floor/plan.ts'
import type { Result } from './load/interleave.ts'

export type Row = {
  scenario: ReadName | ActName
  connections: number
  product: Result
  floor: Result
  /** Throughput of the product as a share of the floor's. */
  share: number
}
export type Growth = { scenario: ReadName | ActName; product: number; floor: number; p99: number }

/** Shares of the floor that the product aims at, and the most that a request may slow down from 20,000 to 200,000 rows. */
const AIMS: Record<ReadName | ActName, number> = {
  list: 0.65,
  thread: 0.5,
  board: 0.4,
  export: 0.8,
  act: 0.75,
  draft: 0.75,
}
const MOST_GROWTH = 1.3

const rate = (perSecond: number): string => (perSecond < 100 ? perSecond.toFixed(1) : perSecond.toFixed(0))
const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0)
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

/** As it stands in `docs/performance.md`. */
export const ratios = (rows: readonly Row[]): string =>
  table(
    [
      '',
      'connections',
      'product/s',
      'floor/s',
      'throughput, product / floor',
      'aim',
      'p99 product ms',
      'p99 floor ms',
      'p99, product / floor',
    ],
    rows.map(({ scenario, connections, product, floor, share }) => [
      TITLES[scenario],
      String(connections),
      rate(product.perSecond),
      rate(floor.perSecond),
      `**${share.toFixed(2)}**`,
      AIMS[scenario].toFixed(2),
      ms(product.p99Ms),
      ms(floor.p99Ms),
      (product.p99Ms / floor.p99Ms).toFixed(2),
    ]),
  )

export const growths = (rows: readonly Growth[]): string =>
  table(
    ['time per request, large / small database', 'product', 'floor', 'p99 of the product', 'aim'],
    rows.map(({ scenario, product, floor, p99 }) => [
      TITLES[scenario],
      `**${product.toFixed(2)}**`,
      floor.toFixed(2),
      p99.toFixed(2),
      `< ${MOST_GROWTH}`,
    ]),
  )
