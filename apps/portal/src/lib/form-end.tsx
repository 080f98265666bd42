import { Button, Group } from '@mantine/core'
import { RefusalNote } from '@portal/ui'
import type { Failure } from './failure.ts'

/** The end of a dialog with a form: what its act was refused with, the way back, and the button that says the act. */
export function FormEnd({
  failure,
  confirm,
  pending,
  onClose,
}: {
  failure: Failure | null
  confirm: string
  pending: boolean
  onClose: () => void
}) {
  return (
    <>
      {failure && <RefusalNote requestId={failure.requestId}>{failure.message}</RefusalNote>}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Volver
        </Button>
        <Button type="submit" loading={pending}>
          {confirm}
        </Button>
      </Group>
    </>
  )
}
