/** What other slices may use of this one. */
export { publicMatrixOfRound } from './matrix-of-round.ts'
export { sendMatrix } from './send-matrix.ts'
