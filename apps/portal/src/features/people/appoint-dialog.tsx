import { Modal, Select, Stack, TextInput } from '@mantine/core'
import type { AppointmentRow, Invited, UploadView } from '@portal/contracts'
import { ROLE_NAMES, ROLES, roleFits, wallClockAt } from '@portal/domain'
import { useState } from 'react'
import { useNow } from '../../lib/clock.tsx'
import { FormEnd } from '../../lib/form-end.tsx'
import { useNameOf, useOrganisations } from '../../lib/organisations.ts'
import { roleAt } from '../../lib/role-at.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'
import { useAppointForm, type Appointing } from './appoint-form.ts'
import { LetterFields } from './letter-fields.tsx'

/** Appoints a person with their letter; over `before`, in whose place the person comes in the same act. */
export function AppointDialog({
  before,
  onClose,
  onLink,
}: {
  before: AppointmentRow | null
  onClose: () => void
  onLink: (handed: { name: string; link: string }) => void
}) {
  const trpc = useTRPC()
  const nameOf = useNameOf()
  const organisations = useOrganisations() ?? []
  const form = useAppointForm(before, wallClockAt(Date.parse(useNow())).date, organisations)
  const [file, setFile] = useState<UploadView | null>(null)
  const settings = {
    touches: [trpc.people.pathFilter()],
    beside: true,
    onDone: ({ link }: Invited) => {
      onClose()
      if (link !== null) onLink({ name: form.values.name.trim(), link })
    },
  }
  const invite = useAct(trpc.people.invite.mutationOptions(), { done: 'Nombramiento registrado.', ...settings })
  const substitute = useAct(trpc.people.substitute.mutationOptions(), { done: 'Sustitución registrada.', ...settings })
  const { failure, isPending } = before ? substitute : invite
  const appoint = async ({ organisationId, role, reason, untilDay, ...values }: Appointing) => {
    const named = { ...values, untilDay: untilDay === '' ? null : untilDay, letterUploadId: file?.id ?? null }
    if (before) {
      await substitute.run({ ...named, appointmentId: before.id, seen: before.recordVersion, reason: reason.trim() })
    } else if (organisationId !== null && role !== null) {
      await invite.run({ ...named, organisationId, role })
    }
  }
  const organisation = organisations.find(({ id }) => id === form.values.organisationId)
  const roles = ROLES.filter((role) => organisation === undefined || roleFits(role, organisation))

  return (
    <Modal opened onClose={onClose} title={before ? `Sustituir a ${before.person.name}` : 'Nombrar a una persona'}>
      <form noValidate onSubmit={form.onSubmit((values) => void appoint(values))}>
        <Stack gap="md">
          {before && (
            <div className="ui-consequence">
              En un solo acto termina el nombramiento de {before.person.name} y la persona que nombre queda como{' '}
              {roleAt(before.role, nameOf(before.organisationId))}: lo que está por atender pasa a ella. Los dos constan
              en la bitácora.
            </div>
          )}
          <TextInput label="Nombre completo" data-autofocus {...form.getInputProps('name')} />
          <TextInput label="Correo electrónico" type="email" autoComplete="off" {...form.getInputProps('email')} />
          {!before && (
            <>
              <Select
                label="Institución"
                data={organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))}
                searchable
                {...form.getInputProps('organisationId')}
              />
              <Select
                label="Función"
                data={roles.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
                {...form.getInputProps('role')}
              />
            </>
          )}
          <LetterFields
            form={form}
            open
            example="IEPC/P/123/2017"
            file={file}
            onFile={setFile}
            reason={before ? 'Razón de la sustitución' : null}
          />
          <FormEnd failure={failure} confirm={before ? 'Sustituir' : 'Nombrar'} pending={isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
