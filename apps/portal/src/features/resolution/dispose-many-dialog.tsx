import { Checkbox, Radio, Stack, Textarea } from '@mantine/core'
import type { ObservationView } from '@portal/contracts'
import { DISPOSITION_NAMES } from '@portal/domain'
import { useState } from 'react'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'
import { countWords, seenOf } from './many-words.ts'
import { useDeskTouches } from './use-desk-touches.ts'

const CHOICES = ['accepted', 'partly_accepted', 'rejected'] as const
type Choice = (typeof CHOICES)[number]

type Props = {
  opened: boolean
  onClose: () => void
  roundId: string
  observations: readonly ObservationView[]
  onDone: () => void
}

/** One proposal for all that are chosen. What is accepted as asked takes as agreed text what each OPL wrote. */
export function DisposeManyDialog({ roundId, observations, onDone, ...dialog }: Props) {
  const trpc = useTRPC()
  const [disposition, setDisposition] = useState<Choice>('accepted')
  const [reason, setReason] = useState('')
  const [asAsked, setAsAsked] = useState(true)
  const [text, setText] = useState('')
  const dispose = useAct(trpc.observations.disposeMany.mutationOptions(), {
    done: 'Propuestas guardadas.',
    touches: useDeskTouches(),
    beside: true,
    onDone: () => {
      setReason('')
      setText('')
      onDone()
    },
  })
  const takesText = disposition !== 'rejected'
  const own = takesText && asAsked
  const replaced = observations.filter(({ outcome }) => outcome !== null).length
  const lacks = (disposition !== 'accepted' && reason.trim() === '') || (takesText && !asAsked && text.trim() === '')
  return (
    <ActDialog
      {...dialog}
      title={`Resolver juntas ${countWords(observations)}`}
      consequence={`Todas quedan con la misma propuesta, o ninguna si algo lo impide. Cada una se puede cambiar después.${replaced > 0 ? ` ${replaced === 1 ? 'Una ya tenía propuesta, que se sustituye' : `${replaced} ya tenían propuesta, que se sustituye`}; la anterior queda en la bitácora.` : ''}`}
      confirm="Guardar las propuestas"
      act={dispose}
      disabled={lacks}
      input={() => ({
        roundId,
        observations: seenOf(observations),
        outcome: { disposition, reason: reason.trim(), agreedText: own ? null : takesText ? text.trim() : '' },
      })}
    >
      <Radio.Group
        label="Sentido"
        value={disposition}
        onChange={(value) => setDisposition(CHOICES.find((one) => one === value) ?? 'accepted')}
      >
        <Stack gap={6} mt={6}>
          {CHOICES.map((one) => (
            <Radio key={one} value={one} label={DISPOSITION_NAMES[one]} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label="Razón"
        description={disposition === 'accepted' ? 'Puede quedar vacía: procede como se pidió.' : 'La misma para todas.'}
        autosize
        minRows={2}
        maxLength={8000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {takesText && (
        <Checkbox
          label="Texto acordado: el «debe decir» de cada una"
          checked={asAsked}
          onChange={(event) => setAsAsked(event.currentTarget.checked)}
        />
      )}
      {takesText && !asAsked && (
        <Textarea
          label="Texto acordado"
          description="El mismo para todas."
          autosize
          minRows={2}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
    </ActDialog>
  )
}
