import type { Outcome } from './observation.ts'

/** An act on an observation's outcome: one that was given, or the taking back of the one that stood. */
export type OutcomeStep = { kind: 'given'; outcome: Outcome } | { kind: 'undone' }

/**
 * The outcome under the one that stands, as the acts tell it, oldest first: what was taken back counts no more, so that
 * who undoes twice comes to the one before the last but one, and not back to the last.
 */
export function outcomeBefore(steps: readonly OutcomeStep[]): Outcome | null {
  const given: Outcome[] = []
  for (const step of steps) {
    if (step.kind === 'given') given.push(step.outcome)
    else given.pop()
  }
  return given.at(-2) ?? null
}
