import { Button } from '@mantine/core'
import { ConfirmDialog } from '@portal/ui'
import { useState } from 'react'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'

type Props = { savedNow: () => { id: string; seen: number } | null; onDiscarded: () => void }

/** A draft is withdrawn, not deleted; one that was never saved is only forgotten. */
export function DiscardButton({ savedNow, onDiscarded }: Props) {
  const trpc = useTRPC()
  const [asking, setAsking] = useState(false)
  const discard = useAct(trpc.observations.discard.mutationOptions(), {
    done: 'Borrador retirado.',
    touches: [trpc.observations.pathFilter(), trpc.rounds.get.pathFilter()],
    quiet: true,
    beside: true,
    onDone: onDiscarded,
  })
  return (
    <>
      <Button variant="subtle" color="red" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
        Retirar
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Retirar el borrador"
        consequence="La observación no se enviará. Su retiro queda en la bitácora."
        confirm="Retirar el borrador"
        danger
        loading={discard.isPending}
        refusal={discard.failure?.message}
        onConfirm={() => {
          const saved = savedNow()
          if (saved) void discard.run({ id: saved.id, seen: saved.seen })
          else onDiscarded()
        }}
      />
    </>
  )
}
