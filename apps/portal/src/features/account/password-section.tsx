import { Button, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { AccountView } from '@portal/contracts'
import { RefusalNote } from '@portal/ui'
import { useEffect } from 'react'
import { NewPasswordInput, tooShort } from '../../lib/new-password.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useOwnAct } from './use-own-act.ts'

/** Changes the password by the same rule by which it was chosen. */
export function PasswordSection({ account: { email } }: { account: AccountView }) {
  const trpc = useTRPC()
  const change = useOwnAct(trpc.account.changePassword.mutationOptions(), {
    done: ({ closed }) =>
      closed === 0 ? 'Contraseña cambiada.' : 'Contraseña cambiada. Se cerraron sus demás sesiones.',
  })
  const form = useForm({
    initialValues: { password: '', newPassword: '' },
    validate: {
      password: (value) => (value === '' ? 'Escriba su contraseña actual.' : null),
      newPassword: tooShort,
    },
  })
  const { setFieldError } = form
  const { fieldError, failure, code } = change
  useEffect(() => {
    if (fieldError !== null) setFieldError('password', fieldError)
    else if (code === 'PASSWORD_NOT_ACCEPTED' && failure) setFieldError('newPassword', failure.message)
  }, [fieldError, failure, code, setFieldError])
  const submit = async (values: typeof form.values) => {
    if (await change.run(values)) form.reset()
  }
  return (
    <section aria-labelledby="contrasena">
      <h2 id="contrasena">Contraseña</h2>
      <p className="ui-quiet">Al cambiarla se cierran sus demás sesiones; la de este navegador sigue abierta.</p>
      <form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack gap="md" maw="26rem">
          {/* Password managers keep the new password under the address that stands before it. */}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput
            label="Contraseña actual"
            autoComplete="current-password"
            visibilityToggleButtonProps={{ tabIndex: 0, 'aria-label': 'Mostrar u ocultar la contraseña' }}
            {...form.getInputProps('password')}
          />
          <NewPasswordInput label="Contraseña nueva" {...form.getInputProps('newPassword')} />
          {failure && code !== 'PASSWORD_NOT_ACCEPTED' && <RefusalNote>{failure.message}</RefusalNote>}
          <Button type="submit" variant="default" loading={change.isPending} className="account-submit">
            Cambiar la contraseña
          </Button>
        </Stack>
      </form>
    </section>
  )
}
