import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { InvitationView } from '@portal/contracts'
import { RefusalNote } from '@portal/ui'
import { useState } from 'react'
import { ask } from '../../lib/authentication.ts'
import { NewPasswordInput, tooShort } from '../../lib/new-password.tsx'

const SPENT = 'El enlace ya se usó o venció. Pida otro a quien administra el portal.'

export function InvitationForm({
  token,
  invitation: { name, email },
  onEntered,
}: {
  token: string
  invitation: InvitationView
  onEntered: () => void
}) {
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const form = useForm({ initialValues: { password: '' }, validate: { password: tooShort } })
  const accept = async ({ password }: typeof form.values) => {
    setSending(true)
    setProblem(null)
    const asked = await ask('/auth/invitacion', { token, password })
    setSending(false)
    if (asked.ok) return onEntered()
    if (asked.refusal?.code === 'PASSWORD_NOT_ACCEPTED') return form.setFieldError('password', asked.message)
    setProblem(asked.status === 404 ? SPENT : asked.message)
  }
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void accept(values))}>
      <Stack gap="md" maw="26rem">
        <TextInput label="Nombre" value={name} readOnly />
        {/* Password managers keep the new password under the address that stands before it. */}
        <TextInput label="Correo electrónico" type="email" autoComplete="username" value={email} readOnly />
        <NewPasswordInput label="Contraseña" {...form.getInputProps('password')} />
        {problem !== null && <RefusalNote>{problem}</RefusalNote>}
        <Button type="submit" loading={sending}>
          Guardar la contraseña
        </Button>
      </Stack>
    </form>
  )
}
