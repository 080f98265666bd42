import { router } from '../trpc.ts'
import { listMyTurn } from './list-my-turn.ts'

export const turnRouter = router({
  mine: listMyTurn,
})
