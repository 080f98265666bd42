import type { RefusalCode } from '@portal/contracts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { Refused } from '../refused.ts'
import { iso } from '../specifications/exports.ts'
import { closeRound } from './close-round.ts'
import { endConformity } from './end-conformity.ts'

const DUE: Statement = {
  name: 'round_due',
  text: `
    (SELECT id, status, ${iso('due')} AS due FROM review_round WHERE status = 'open' AND due <= $1
     ORDER BY review_round.due LIMIT 100)
    UNION ALL
    (SELECT id, status, ${iso('conformity_due')} FROM review_round WHERE status = 'conformity' AND conformity_due <= $1
     ORDER BY review_round.conformity_due LIMIT 100)`,
}
const NEXT: Statement = {
  name: 'round_next_due',
  text: `
    SELECT ${iso(`least(
      (SELECT min(due) FROM review_round WHERE status = 'open'),
      (SELECT min(conformity_due) FROM review_round WHERE status = 'conformity'))`)} AS due`,
}

/** How long a round that was opened or extended by another instance may go unnoticed. */
const AT_MOST_MS = 5_000
const AT_LEAST_MS = 250

/** What the round says that is closed, extended or cancelled by now. */
const NOTHING_LEFT: readonly RefusalCode[] = ['WRONG_STATUS', 'NOT_DUE_YET']

/** Closes every round, and every conformity phase, whose end has come, and says when to look again, in milliseconds. */
export async function closeDueRounds(deps: Deps): Promise<number> {
  const reader = readerOn(deps.pool)
  for (const ended of await reader.rows<Ended>(DUE, [deps.clock.now()])) {
    await closeUnlessClosed(deps, ended)
  }
  const next = await reader.one<{ due: string | null }>(NEXT, [])
  const wait = next?.due ? deps.clock.until(next.due) : AT_MOST_MS
  return Math.min(Math.max(wait, AT_LEAST_MS), AT_MOST_MS)
}

type Ended = { id: string; status: 'open' | 'conformity'; due: string }

/** Another instance was faster, or the round was extended or cancelled meanwhile: nothing is left to do. */
async function closeUnlessClosed(deps: Deps, { id: roundId, status, due }: Ended): Promise<void> {
  try {
    await (status === 'open' ? closeRound : endConformity)(deps, roundId, due)
    deps.log.info({ roundId, status, due }, 'round moved on at its end')
  } catch (error) {
    if (error instanceof Refused && NOTHING_LEFT.includes(error.refusal.code)) return
    // The others must not wait for this one: it is tried again at the next look.
    deps.log.error({ err: error, roundId }, 'round could not be closed')
  }
}

/**
 * Looks for due rounds as long as the instance runs; any number of instances may. `stop` waits for what is under way.
 * Nothing depends on its punctuality: an answer at or after the end is refused as late, closed or not.
 */
export function startRoundTicker(deps: Deps): { stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let looking: Promise<void> = Promise.resolve()

  const look = async () => {
    let wait = AT_MOST_MS
    try {
      wait = await closeDueRounds(deps)
    } catch (error) {
      deps.log.error({ err: error }, 'due rounds could not be looked for')
    }
    if (!stopped) timer = setTimeout(start, wait).unref()
  }
  const start = () => {
    looking = look()
  }

  start()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}
