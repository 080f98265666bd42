import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { CreateSpecificationInput } from '@portal/contracts'
import { RefusalNote } from '@portal/ui'
import { useNavigate } from '@tanstack/react-router'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { KIND_OPTIONS, type SpecificationKind } from './specification-kinds.ts'

const { title: Title } = CreateSpecificationInput.shape

export function NewSpecificationDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const trpc = useTRPC()
  const navigate = useNavigate()
  const form = useForm<{ title: string; kind: SpecificationKind }>({
    initialValues: { title: '', kind: 'pep' },
    validate: {
      title: (value) =>
        Title.safeParse(value).success ? null : 'Escriba el título del documento, de 300 letras como máximo.',
    },
  })
  const create = useAct(trpc.specifications.create.mutationOptions(), {
    done: 'Especificación creada.',
    touches: [trpc.specifications.list.pathFilter()],
    beside: true,
    onDone: ({ recordId }) =>
      void navigate({ to: '/especificaciones/$specificationId', params: { specificationId: recordId } }),
  })
  return (
    <Modal opened={opened} onClose={onClose} title="Nueva especificación">
      <form noValidate onSubmit={form.onSubmit((values) => void create.run(values))}>
        <Stack gap="md">
          <Textarea label="Título del documento" autosize minRows={2} data-autofocus {...form.getInputProps('title')} />
          <Select label="Tipo" data={KIND_OPTIONS} allowDeselect={false} {...form.getInputProps('kind')} />
          {create.failure && <RefusalNote requestId={create.failure.requestId}>{create.failure.message}</RefusalNote>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Volver
            </Button>
            <Button type="submit" loading={create.isPending}>
              Crear la especificación
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
