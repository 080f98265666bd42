import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { RefusalNote } from '@portal/ui'
import { useState } from 'react'
import { ask } from '../../lib/authentication.ts'
import { NewPasswordInput, tooShort } from '../../lib/new-password.tsx'

const LINK_SPENT =
  'El enlace ya se usó o venció. Si todavía no hay cuentas, reinicie el portal: mostrará uno nuevo, válido por un día.'
const NOT_ACCEPTED = 'No se creó la cuenta. Revise el nombre, el correo y la contraseña.'

export function FirstAdministratorForm({ token, onCreated }: { token: string; onCreated: () => void }) {
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const form = useForm({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? 'Escriba su nombre completo.' : null),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : 'Escriba su correo, por ejemplo nombre@ine.mx.'),
      password: tooShort,
    },
  })
  const create = async ({ name, email, password }: typeof form.values) => {
    setSending(true)
    setProblem(null)
    const asked = await ask('/auth/primera-administracion', {
      token,
      name: name.trim(),
      email: email.trim(),
      password,
    })
    setSending(false)
    if (asked.ok) return onCreated()
    if (asked.refusal?.code === 'PASSWORD_NOT_ACCEPTED') return form.setFieldError('password', asked.message)
    if (asked.status === 404) return setProblem(LINK_SPENT)
    setProblem(asked.status === 400 ? NOT_ACCEPTED : asked.message)
  }
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void create(values))}>
      <Stack gap="md" maw="24rem">
        <TextInput label="Nombre completo" autoComplete="name" {...form.getInputProps('name')} />
        <TextInput label="Correo electrónico" type="email" autoComplete="username" {...form.getInputProps('email')} />
        <NewPasswordInput label="Contraseña" {...form.getInputProps('password')} />
        {problem !== null && <RefusalNote>{problem}</RefusalNote>}
        <Button type="submit" loading={sending}>
          Crear la cuenta
        </Button>
      </Stack>
    </form>
  )
}
