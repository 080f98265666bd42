import { CompareVersionsInput, ComparisonView } from '@portal/contracts'
import { checked, signedInProcedure } from '../trpc.ts'
import { compareVersions as compared } from './comparison.ts'

/** What became of each clause and each element from one version to another. */
export const compareVersions = signedInProcedure
  .input(CompareVersionsInput)
  .output(checked(ComparisonView))
  .query(({ ctx: { deps, actor }, input }) => compared(deps, actor, input))
