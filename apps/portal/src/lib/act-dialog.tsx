import { Textarea } from '@mantine/core'
import type { ActDone } from '@portal/contracts'
import { ConfirmDialog } from '@portal/ui'
import { useState, type ReactNode } from 'react'
import type { ActState } from './use-act.tsx'

type Props<Input> = {
  opened: boolean
  onClose: () => void
  title: string
  consequence: ReactNode
  confirm: string
  danger?: boolean
  /** As long as a field beside the reason lacks something. */
  disabled?: boolean
  act: ActState<Input, ActDone>
  /** Asks for a reason when it is given: its label. */
  reason?: string
  /** The act's input; `reason` is empty where none is asked for. */
  input: (reason: string) => Omit<Input, 'key'>
  /** Fields beside the reason. */
  children?: ReactNode
}

/** A formal act in its dialog: the consequence named, the reason where one is due, the refusal in place, nothing lost. */
export function ActDialog<Input>({ act, reason: label, input, onClose, children, ...dialog }: Props<Input>) {
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
      {children}
      {label !== undefined && (
        <Textarea
          label={label}
          description="Queda en la bitácora."
          autosize
          minRows={2}
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
