/** What other slices may use of this one. */
export { forgetSecondFactors } from './forget-second-factors.ts'
export { isSecondFactorWaived, waiveSecondFactor } from './waive-second-factor.ts'
