import { PasswordInput } from '@mantine/core'
import { ConfirmDialog } from '@portal/ui'
import { useState, type ReactNode } from 'react'

/** A change that asks for the password once more; where the person has none, the portal looks at when they entered. */
export function PasswordDialog({
  title,
  consequence,
  confirm,
  danger = false,
  asks,
  act,
  onPassword,
  onClose,
  children,
}: {
  title: string
  consequence: ReactNode
  confirm: string
  danger?: boolean
  asks: boolean
  act: { isPending: boolean; fieldError: string | null; failure: { message: string } | null; reset: () => void }
  onPassword: (password: string) => void
  onClose: () => void
  children?: ReactNode
}) {
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const close = () => {
    act.reset()
    onClose()
  }
  const submit = () => {
    if (asks && password === '') return setMissing(true)
    onPassword(password)
  }
  return (
    <ConfirmDialog
      opened
      onClose={close}
      title={title}
      consequence={consequence}
      confirm={confirm}
      danger={danger}
      loading={act.isPending}
      refusal={act.failure?.message}
      onConfirm={submit}
    >
      {children}
      {asks && (
        <PasswordInput
          label="Su contraseña"
          autoComplete="current-password"
          data-autofocus
          visibilityToggleButtonProps={{ tabIndex: 0, 'aria-label': 'Mostrar u ocultar la contraseña' }}
          value={password}
          error={missing && password === '' ? 'Escriba su contraseña.' : act.fieldError}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  )
}
