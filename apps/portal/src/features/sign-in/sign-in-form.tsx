import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { RefusalNote } from '@portal/ui'
import { useEffect } from 'react'
import type { SignInOutcome } from '../../lib/authentication.ts'
import { SignOn } from './sign-on.tsx'

const SENTENCES = {
  unreachable: 'No hay conexión con el portal. Revise su conexión y vuelva a intentar.',
  failed: 'El portal no pudo comprobar su acceso. Vuelva a intentar en un momento.',
} as const satisfies Record<Exclude<SignInOutcome, 'entered' | 'wrong' | object>, string>

const WRONG = 'El correo o la contraseña no coinciden. Revise ambos; las mayúsculas cuentan.'

export function SignInForm({
  enter,
  busy,
  outcome,
}: {
  enter: (email: string, password: string) => Promise<void>
  busy: boolean
  outcome: SignInOutcome | null
}) {
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) =>
        /^\S+@\S+$/.test(value.trim()) ? null : 'Escriba su correo, por ejemplo nombre@institucion.mx.',
      password: (value) => (value === '' ? 'Escriba su contraseña.' : null),
    },
  })
  const required = typeof outcome === 'object' ? (outcome?.signOn ?? null) : null
  const { setFieldError } = form
  useEffect(() => {
    if (outcome === 'wrong') setFieldError('password', WRONG)
  }, [outcome, setFieldError])

  return (
    <form noValidate onSubmit={form.onSubmit(({ email, password }) => void enter(email.trim(), password))}>
      <Stack gap="md">
        <TextInput
          label="Correo electrónico"
          type="email"
          autoComplete="username"
          inputMode="email"
          spellCheck={false}
          {...form.getInputProps('email')}
        />
        <SignOn email={form.values.email} required={required} />
        <PasswordInput
          label="Contraseña"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ tabIndex: 0, 'aria-label': 'Mostrar u ocultar la contraseña' }}
          aria-invalid={form.errors['password'] !== undefined}
          {...form.getInputProps('password')}
        />
        {outcome !== null && outcome !== 'wrong' && outcome !== 'entered' ? (
          <RefusalNote>{typeof outcome === 'object' ? outcome.refused : SENTENCES[outcome]}</RefusalNote>
        ) : null}
        <Button type="submit" loading={busy}>
          Entrar
        </Button>
      </Stack>
    </form>
  )
}
