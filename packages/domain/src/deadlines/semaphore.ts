import { dayNumber, dueDayAt, instantMs, wallClockAt } from './mexico-city.ts'

export type SemaphoreLevel = 'overdue' | 'today' | 'red' | 'amber' | 'green'

export type Semaphore = {
  level: SemaphoreLevel
  /** From today to the day of the deadline, by dates of central Mexico; zero or negative once overdue. */
  days: number
}

function levelOf(days: number): SemaphoreLevel {
  if (days === 0) return 'today'
  if (days === 1) return 'red'
  return days <= 4 ? 'amber' : 'green'
}

/** Both are ISO instants. `dueAt` is an exclusive end: at 00:00 it belongs to the day before, and at `dueAt` it is past. */
export function semaphoreOf(dueAt: string, now: string): Semaphore {
  const due = instantMs(dueAt)
  const at = instantMs(now)
  const days = dayNumber(dueDayAt(due)) - dayNumber(wallClockAt(at).date)
  return { level: at >= due ? 'overdue' : levelOf(days), days }
}
