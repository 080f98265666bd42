import { Textarea } from '@mantine/core'
import type { ActDone } from '@portal/contracts'
import { ConfirmDialog } from '@portal/ui'
import { useState, type ReactNode } from 'react'
import type { ActState } from '../../lib/use-act.tsx'

type Props<Input> = {
  opened: boolean
  onClose: () => void
  title: string
  consequence: ReactNode
  confirm: string
  act: ActState<Input, ActDone>
  /** Asks for a reason when it is given: its label. */
  reason?: string
  /** The act's input; the reason is empty where none is asked for. */
  input: (reason: string) => Omit<Input, 'key'>
}

/** An act on the whole proposal or on a late answer: its consequence named, its reason, its refusal in place. */
export function ActDialog<Input>({ act, reason: label, input, onClose, ...dialog }: Props<Input>) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const close = () => {
    act.reset()
    setMissing(false)
    onClose()
  }
  const confirm = async () => {
    if (label !== undefined && reason.trim() === '') return setMissing(true)
    const done = await act.run(input(reason.trim()))
    if (!done) return
    setReason('')
    close()
  }
  return (
    <ConfirmDialog
      {...dialog}
      onClose={close}
      loading={act.isPending}
      refusal={act.failure?.message}
      onConfirm={() => void confirm()}
    >
      {label !== undefined && (
        <Textarea
          label={label}
          description="Queda en la bitácora."
          maxLength={2000}
          data-autofocus
          value={reason}
          error={missing && reason.trim() === '' ? 'Escriba la razón.' : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  )
}
