/** What other slices may use of this one. */
export { publicMatrixOfRound } from './matrix-of-round.ts'
export { sendXlsx } from './send-xlsx.ts'
