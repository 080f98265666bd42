import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { DelegateInput, type AppointmentRow, type UploadView } from '@portal/contracts'
import { wallClockAt } from '@portal/domain'
import { FieldError, RefusalNote } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNow } from '../../lib/clock.tsx'
import { useNameOf } from '../../lib/organisations.ts'
import { roleAt } from '../../lib/role-at.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'
import { LetterFile } from './letter-file.tsx'

const { letter: Letter, fromDay: Day } = DelegateInput.shape

/** Lets somebody act in the place of the holder of an appointment, by the letter that says so. */
export function DelegateDialog({ holder, onClose }: { holder: AppointmentRow; onClose: () => void }) {
  const trpc = useTRPC()
  const nameOf = useNameOf()
  const today = wallClockAt(Date.parse(useNow())).date
  const standIns = useQuery(trpc.people.standIns.queryOptions({ appointmentId: holder.id })).data
  const [file, setFile] = useState<UploadView | null>(null)
  const [letterMissing, setLetterMissing] = useState(false)
  const form = useForm({
    initialValues: { personId: null as string | null, fromDay: today, untilDay: '', letter: '', reason: '' },
    validate: {
      personId: (value) => (value === null ? 'Elija a quien actuará.' : null),
      fromDay: (value) => (Day.safeParse(value).success ? null : 'Escriba el primer día.'),
      untilDay: (value, { fromDay }) => {
        if (!Day.safeParse(value).success) return 'Escriba el último día.'
        return value < fromDay ? 'El último día es anterior al primero.' : null
      },
      letter: (value) => (Letter.safeParse(value).success ? null : 'Escriba el oficio tal como consta.'),
      reason: (value) => (value.trim() === '' ? 'Escriba la razón.' : null),
    },
  })
  const { run, failure, isPending } = useAct(trpc.people.delegate.mutationOptions(), {
    done: 'Suplencia registrada.',
    touches: [trpc.people.pathFilter()],
    beside: true,
    onDone: onClose,
  })
  const delegate = async ({ personId, ...values }: typeof form.values) => {
    if (personId !== null && file !== null) {
      await run({ ...values, personId, appointmentId: holder.id, letterUploadId: file.id })
    }
  }
  const submit = form.onSubmit((values) => void delegate(values))
  return (
    <Modal opened onClose={onClose} title={`Suplencia de ${holder.person.name}`}>
      <form
        noValidate
        onSubmit={(event) => {
          setLetterMissing(file === null)
          submit(event)
        }}
      >
        <Stack gap="md">
          <div className="ui-consequence">
            Quien elija podrá actuar como {roleAt(holder.role, nameOf(holder.organisationId))} en lugar de{' '}
            {holder.person.name}. Cada acto suyo nombrará a las dos personas, y ninguna validará lo que la otra propuso.
          </div>
          <Select
            label="Quién actúa"
            description="Personas con nombramiento vigente de la misma institución."
            data={(standIns ?? []).map(({ id, name, role, organisationId }) => ({
              value: id,
              label: `${name} (${roleAt(role, nameOf(organisationId))})`,
            }))}
            nothingFoundMessage={standIns === undefined ? 'Cargando…' : 'No hay nadie más con nombramiento vigente.'}
            searchable
            data-autofocus
            {...form.getInputProps('personId')}
          />
          <Group grow align="start">
            <TextInput label="Desde" type="date" {...form.getInputProps('fromDay')} />
            <TextInput label="Hasta" type="date" {...form.getInputProps('untilDay')} />
          </Group>
          <TextInput
            label="Oficio"
            description="Tal como consta, por ejemplo INE/DERFE/0077/2017."
            {...form.getInputProps('letter')}
          />
          <div>
            <LetterFile file={file} onFile={setFile} hint="PDF, obligatorio: sin él nadie actúa por otra persona." />
            <FieldError id="oficio-falta">{letterMissing && file === null ? 'Adjunte el oficio.' : null}</FieldError>
          </div>
          <Textarea
            label="Razón"
            description="Queda en la bitácora."
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('reason')}
          />
          {failure && <RefusalNote requestId={failure.requestId}>{failure.message}</RefusalNote>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Volver
            </Button>
            <Button type="submit" loading={isPending}>
              Registrar la suplencia
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
