import { Modal, Select, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { AppointmentRow, UploadView } from '@portal/contracts'
import { wallClockAt } from '@portal/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNow } from '../../lib/clock.tsx'
import { FormEnd } from '../../lib/form-end.tsx'
import { useNameOf } from '../../lib/organisations.ts'
import { roleAt } from '../../lib/role-at.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'
import { LetterFields } from './letter-fields.tsx'
import { byLetter } from './letter-form.ts'

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
      ...byLetter({ open: false }),
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
            // It has the focus when the dialog opens; its list would lie over the fields.
            openOnFocus={false}
            data-autofocus
            {...form.getInputProps('personId')}
          />
          <LetterFields
            form={form}
            example="INE/DERFE/0077/2017"
            file={file}
            onFile={setFile}
            needed="PDF, obligatorio: sin él nadie actúa por otra persona."
            missing={letterMissing && file === null}
            reason="Razón"
          />
          <FormEnd failure={failure} confirm="Registrar la suplencia" pending={isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
