/** How much is measured: the whole takes some minutes, `--quick` proves in some seconds that all of it runs. */
export type Plan = {
  /** Observations in the two databases; growth is told from the first to the second. */
  observations: readonly [small: number, large: number]
  /** Rounds in which every OPL's answer waits for an act. */
  openRounds: number
  connections: readonly number[]
  /** At how many connections the two databases are compared. */
  growthAt: number
  /** Each load is repeated so often, the servers in turn. */
  turns: number
  turnMs: number
  /** A workbook takes many times as long as a page. */
  exportTurnMs: number
  warmUpMs: number
}

export const FULL: Plan = {
  observations: [20_000, 200_000],
  openRounds: 256,
  connections: [1, 16, 64],
  growthAt: 16,
  turns: 7,
  turnMs: 900,
  exportTurnMs: 2_500,
  warmUpMs: 1_500,
}

export const QUICK: Plan = {
  observations: [1_000, 2_000],
  openRounds: 32,
  connections: [1, 8],
  growthAt: 8,
  turns: 1,
  turnMs: 150,
  exportTurnMs: 400,
  warmUpMs: 100,
}
