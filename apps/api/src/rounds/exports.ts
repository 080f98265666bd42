/** What other slices may use of this one. */
export { giveNumbers } from './change-round.ts'
export { blankDraft, writtenDraft } from './drafts.ts'
export { heldTarget, targetClass, unlessHeld } from './held-target.ts'
export { LOCKED_ROUND, audienceOf, subjectOf, type LockedRound } from './locked-round.ts'
export { matrixRows, publicMatrixRows } from './matrix-rows.ts'
export { gatheredRow, roundRow, type GatheredRow } from './round-row.ts'
export {
  observationScopeOf,
  othersShown,
  outcomesShown,
  visibleBranches,
  visibleObservation,
  type ObservationScope,
} from './visible-observations.ts'
