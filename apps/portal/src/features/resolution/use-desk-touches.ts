import { useTRPC } from '../../lib/trpc.ts'

/** What an act on observations changes on the screen: them, their round and whose turn it is. */
export function useDeskTouches() {
  const trpc = useTRPC()
  return [trpc.observations.pathFilter(), trpc.rounds.pathFilter(), trpc.turn.pathFilter()]
}
