import { router } from '../trpc.ts'
import { declareNone } from './declare-none.ts'
import { replyToOutcomes } from './reply.ts'
import { returnToLiaison } from './return-to-liaison.ts'
import { sendLate } from './send-late.ts'
import { sendObservations } from './send-observations.ts'
import { startResponse } from './start-response.ts'
import { submitForApproval } from './submit-for-approval.ts'
import { withdrawToCorrect } from './withdraw-to-correct.ts'

export const responsesRouter = router({
  start: startResponse,
  submitForApproval,
  returnToLiaison,
  send: sendObservations,
  declareNone,
  withdrawToCorrect,
  sendLate,
  reply: replyToOutcomes,
})
