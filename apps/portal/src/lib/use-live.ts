import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { listenLive, type LiveState } from './live.ts'

/** Keeps what is on screen up to date with what others do, and says whether it can. */
export function useLive(): LiveState {
  const queryClient = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => listenLive(queryClient, setState), [queryClient])
  return state
}
