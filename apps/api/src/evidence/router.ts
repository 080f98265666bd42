import { router } from '../trpc.ts'
import { checkTrail } from './check-trail.ts'
import { listTrail } from './list-trail.ts'
import { verifyReceipt } from './verify-receipt.ts'

export const evidenceRouter = router({
  trail: listTrail,
  check: checkTrail,
  verify: verifyReceipt,
})
