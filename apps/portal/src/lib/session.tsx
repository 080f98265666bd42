import type { ActorView } from '@portal/contracts'
import { useQuery } from '@tanstack/react-query'
import type { ClockReading } from './clock.tsx'
import { useTRPC } from './trpc.ts'

/** Who is signed in, the product's clock and, in the demonstration, its accounts. Undefined until it is known. */
export function useSession() {
  const trpc = useTRPC()
  return useQuery(trpc.session.current.queryOptions(undefined, { staleTime: 300_000 })).data
}

/** The server's time and the browser's at the moment of the answer: what the clock on screen counts on from. */
export function useClockReading(): ClockReading | null {
  const trpc = useTRPC()
  const { data, dataUpdatedAt } = useQuery(trpc.session.current.queryOptions(undefined, { staleTime: 300_000 }))
  return data ? { serverMs: Date.parse(data.clock.now), browserMs: dataUpdatedAt } : null
}

/** The person under the appointment in force. Only below the signed-in routes, where there always is one. */
export function useActor(): ActorView {
  const actor = useSession()?.actor
  if (!actor) throw new Error('useActor needs somebody signed in')
  return actor
}
