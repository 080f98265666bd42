import { Select, Textarea } from '@mantine/core'
import type { ObservationView } from '@portal/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'
import { countWords, seenOf } from './many-words.ts'
import { useDeskTouches } from './use-desk-touches.ts'

type Props = {
  opened: boolean
  onClose: () => void
  roundId: string
  observations: readonly ObservationView[]
  onDone?: (() => void) | undefined
}

/** Hands observations over to an area of INE, with what is asked of it. */
export function ReferDialog({ roundId, observations, onDone, ...dialog }: Props) {
  const trpc = useTRPC()
  const [area, setArea] = useState<string | null>(null)
  const [instruction, setInstruction] = useState('')
  const areas = useQuery(trpc.observations.areas.queryOptions(undefined, { enabled: dialog.opened }))
  const refer = useAct(trpc.observations.refer.mutationOptions(), {
    done: observations.length === 1 ? 'Observación turnada.' : 'Observaciones turnadas.',
    touches: useDeskTouches(),
    beside: true,
    onDone: () => {
      setInstruction('')
      onDone?.()
    },
  })
  const decided = observations.some(({ outcome }) => outcome !== null)
  return (
    <ActDialog
      {...dialog}
      title={`Turnar ${countWords(observations)} a un área`}
      consequence={`El área lee lo que se le turna, propone el sentido y lo devuelve. Mientras tanto aquí no se puede resolver ni proponer la ronda; puede retirarlo con una razón.${decided ? ' Lo ya propuesto lo ve el área y queda en la bitácora.' : ''}`}
      confirm="Turnar"
      act={refer}
      disabled={area === null || instruction.trim() === ''}
      input={() => ({
        roundId,
        observations: seenOf(observations),
        organisationId: area ?? '',
        instruction: instruction.trim(),
      })}
    >
      <Select
        label="Área"
        placeholder={areas.isPending ? 'Cargando las áreas…' : 'Elija el área'}
        data={(areas.data ?? []).map(({ id, shortName, name }) => ({ value: id, label: `${shortName} · ${name}` }))}
        error={areas.error ? 'No se pudieron cargar las áreas. Cierre y vuelva a intentar.' : null}
        value={area}
        onChange={setArea}
        data-autofocus
      />
      <Textarea
        label="Qué se pide"
        description="Lo lee el área y queda en la bitácora."
        autosize
        minRows={3}
        maxLength={4000}
        value={instruction}
        onChange={(event) => setInstruction(event.currentTarget.value)}
      />
    </ActDialog>
  )
}

/** Takes back what an area has not answered. */
export function RecallDialog({ roundId, observations, onDone, ...dialog }: Props) {
  const trpc = useTRPC()
  const recall = useAct(trpc.observations.recall.mutationOptions(), {
    done: 'Retirada del área.',
    touches: useDeskTouches(),
    beside: true,
    ...(onDone && { onDone }),
  })
  return (
    <ActDialog
      {...dialog}
      title={`Retirar del área ${countWords(observations)}`}
      consequence="El área deja de verla y ya no puede contestarla. Vuelve a resolverse aquí."
      confirm="Retirar del área"
      act={recall}
      reason="Por qué se retira"
      input={(reason) => ({ roundId, observations: seenOf(observations), reason })}
    />
  )
}
