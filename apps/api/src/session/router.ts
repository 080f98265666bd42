import { router } from '../trpc.ts'
import { currentSession } from './current-session.ts'

export const sessionRouter = router({
  current: currentSession,
})
