import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { RefusalNote } from '@portal/ui'
import { useState } from 'react'
import { createFirstAdministrator, type FirstAdministratorOutcome } from '../../lib/authentication.ts'

const LEAST_PASSWORD = 12

const SENTENCES = {
  link_spent:
    'El enlace ya se usó o venció. Si todavía no hay cuentas, reinicie el portal: mostrará uno nuevo, válido por un día.',
  not_accepted: 'No se creó la cuenta. Revise el nombre, el correo y la contraseña.',
  unreachable: 'No hay conexión con el portal. Lo que escribió sigue aquí: revise su conexión y vuelva a intentar.',
  failed: 'El portal no pudo crear la cuenta. Vuelva a intentar en un momento.',
} as const satisfies Record<Exclude<FirstAdministratorOutcome, 'created'>, string>

export function FirstAdministratorForm({ token, onCreated }: { token: string; onCreated: () => void }) {
  const [outcome, setOutcome] = useState<FirstAdministratorOutcome | 'sending' | null>(null)
  const form = useForm({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? 'Escriba su nombre completo.' : null),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : 'Escriba su correo, por ejemplo nombre@ine.mx.'),
      password: (value) =>
        value.length < LEAST_PASSWORD ? `Use al menos ${LEAST_PASSWORD} caracteres; una frase es buena idea.` : null,
    },
  })
  const create = async ({ name, email, password }: typeof form.values) => {
    setOutcome('sending')
    const result = await createFirstAdministrator({ token, name: name.trim(), email: email.trim(), password })
    setOutcome(result)
    if (result === 'created') onCreated()
  }
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void create(values))}>
      <Stack gap="md" maw="24rem">
        <TextInput label="Nombre completo" autoComplete="name" {...form.getInputProps('name')} />
        <TextInput label="Correo electrónico" type="email" autoComplete="username" {...form.getInputProps('email')} />
        <PasswordInput
          label="Contraseña"
          description={`Al menos ${LEAST_PASSWORD} caracteres.`}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ tabIndex: 0, 'aria-label': 'Mostrar u ocultar la contraseña' }}
          aria-invalid={form.errors['password'] !== undefined}
          {...form.getInputProps('password')}
        />
        {outcome !== null && outcome !== 'sending' && outcome !== 'created' ? (
          <RefusalNote>{SENTENCES[outcome]}</RefusalNote>
        ) : null}
        <Button type="submit" loading={outcome === 'sending'}>
          Crear la cuenta
        </Button>
      </Stack>
    </form>
  )
}
