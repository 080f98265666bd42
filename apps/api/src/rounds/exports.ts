/** What other slices may use of this one. */
export { changeRound, giveNumbers } from './change-round.ts'
export { blankDraft, writtenDraft } from './drafts.ts'
export { roundFacts } from './facts.ts'
export { heldTarget, targetClass, unlessHeld } from './held-target.ts'
export { LOCKED_ROUND, audienceOf, eventOf, lockRound, subjectOf, type LockedRound } from './locked-round.ts'
export { matrixRows, publicMatrixRows, type MatrixFilter } from './matrix-rows.ts'
export { overviewOfRound } from './overview-of-round.ts'
export { gatheredRow, roundRow, type GatheredRow } from './round-row.ts'
export {
  observationScopeOf,
  othersShown,
  orAskedFor,
  outcomeShown,
  outcomesShown,
  referralShown,
  visibleBranches,
  visibleObservation,
  type ObservationScope,
} from './visible-observations.ts'
