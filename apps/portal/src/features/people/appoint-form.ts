import { useForm } from '@mantine/form'
import { InviteInput, type AppointmentRow } from '@portal/contracts'
import { roleFits, type OrganisationKind, type Role } from '@portal/domain'
import { byLetter, type ByLetter } from './letter-form.ts'

const { name: Name, email: Email } = InviteInput.shape

export type Appointing = ByLetter & {
  name: string
  email: string
  organisationId: string | null
  role: Role | null
  reason: string
}

/** @param before the appointment that the new one takes over from: it says organisation and role, and asks for a reason */
export const useAppointForm = (
  before: AppointmentRow | null,
  today: string,
  organisations: readonly { id: string; kind: OrganisationKind }[],
) =>
  useForm<Appointing>({
    initialValues: {
      name: '',
      email: '',
      organisationId: before?.organisationId ?? null,
      role: before?.role ?? null,
      fromDay: today,
      untilDay: '',
      letter: '',
      reason: '',
    },
    validate: {
      name: (value) => (Name.safeParse(value).success ? null : 'Escriba el nombre completo.'),
      email: (value) =>
        Email.safeParse(value).success ? null : 'Escriba el correo, por ejemplo nombre@institucion.mx.',
      organisationId: (value) => (value === null ? 'Elija la institución.' : null),
      role: (value, { organisationId }) => {
        if (value === null) return 'Elija la función.'
        const organisation = organisations.find(({ id }) => id === organisationId)
        return organisation && !roleFits(value, organisation) ? 'Esa función no existe en esa institución.' : null
      },
      ...byLetter({ open: true }),
      reason: (value) => (before !== null && value.trim() === '' ? 'Escriba la razón.' : null),
    },
  })
