import { router } from '../trpc.ts'
import { checkTrail } from './check-trail.ts'
import { listLog } from './list-log.ts'
import { listLogChoices } from './list-log-choices.ts'
import { listTrail } from './list-trail.ts'
import { listTrailChoices } from './list-trail-choices.ts'
import { verifyFile } from './verify-file.ts'
import { verifyReceipt } from './verify-receipt.ts'

export const evidenceRouter = router({
  trail: listTrail,
  trailChoices: listTrailChoices,
  log: listLog,
  logChoices: listLogChoices,
  check: checkTrail,
  verify: verifyReceipt,
  verifyFile,
})
