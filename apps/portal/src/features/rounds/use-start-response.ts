import type { RoundView } from '@portal/contracts'
import { useEffect, useRef } from 'react'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'

/** The first time that an OPL opens a round is an act: the board says since when it has read it. */
export function useStartResponse(round: RoundView): void {
  const trpc = useTRPC()
  const { run } = useAct(trpc.responses.start.mutationOptions(), {
    done: 'Ronda abierta.',
    touches: [trpc.rounds.pathFilter(), trpc.turn.pathFilter()],
    quiet: true,
    // A second person of the same OPL opened it at the same moment: it is open, nobody need be told.
    beside: true,
  })
  const own = round.responses.find((response) => response.id === round.ownResponseId)
  const started = useRef<string | null>(null)
  useEffect(() => {
    if (!own?.allowed.includes('start') || started.current === own.id) return
    started.current = own.id
    void run({ responseId: own.id, seen: own.recordVersion })
  }, [own, run])
}
