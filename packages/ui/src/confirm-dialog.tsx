import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode, SyntheticEvent } from 'react'
import { RefusalNote } from './states.tsx'
import './text.css'

/** An irreversible act names its consequence, and its button says the act ("Enviar observaciones"), never "Aceptar". */
export function ConfirmDialog({
  opened,
  onClose,
  title,
  consequence,
  confirm,
  cancel = 'Volver',
  danger = false,
  loading = false,
  disabled = false,
  refusal,
  onConfirm,
  children,
}: {
  opened: boolean
  onClose: () => void
  title: string
  consequence: ReactNode
  confirm: string
  cancel?: string
  danger?: boolean
  loading?: boolean
  disabled?: boolean
  /** What the act was refused with, shown in place. */
  refusal?: ReactNode
  onConfirm: () => void
  /** Fields of the act, such as its reason. */
  children?: ReactNode
}) {
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!loading && !disabled) onConfirm()
  }
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeOnClickOutside={!loading} closeOnEscape={!loading}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <div className="ui-consequence">{consequence}</div>
          {children}
          {refusal ? <RefusalNote>{refusal}</RefusalNote> : null}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} disabled={loading}>
              {cancel}
            </Button>
            <Button type="submit" loading={loading} disabled={disabled} {...(danger && { color: 'red.9' })}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
