import type { Clock } from '../src/deps.ts'

export type TestClock = Clock & {
  startedWith: string
  set: (instant: string) => void
  advance: (by: Temporal.DurationLike) => void
}

/** A clock that stands still until a test moves it. */
export function testClock(start: string): TestClock {
  let at = Temporal.Instant.from(start)
  const shown = (instant: Temporal.Instant) => instant.toString({ fractionalSecondDigits: 3 })
  return {
    now: () => shown(at),
    startedWith: shown(at),
    until: (instant) => Temporal.Instant.from(instant).epochMilliseconds - at.epochMilliseconds,
    set: (instant) => {
      at = Temporal.Instant.from(instant)
    },
    advance: (by) => {
      at = at.toZonedDateTimeISO('America/Mexico_City').add(by).toInstant()
    },
  }
}
