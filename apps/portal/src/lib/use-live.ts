import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { listenLive, type LiveState } from './live.ts'
import { useTRPC } from './trpc.ts'

/**
 * Keeps what is on screen up to date with what others do, and says whether it can. A session that was closed elsewhere
 * leads to `/entrar` at once.
 */
export function useLive(): LiveState {
  const queryClient = useQueryClient()
  const router = useRouter()
  const trpc = useTRPC()
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => {
    const onEnded = () => {
      const queryKey = trpc.session.current.queryKey()
      void queryClient.invalidateQueries({ queryKey, refetchType: 'none' }).then(() => router.invalidate())
    }
    return listenLive(queryClient, { onState: setState, onEnded })
  }, [queryClient, router, trpc])
  return state
}
