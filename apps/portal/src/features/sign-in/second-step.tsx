import { Button, Group, Stack, TextInput } from '@mantine/core'
import { RefusalNote } from '@portal/ui'
import { useState, type SyntheticEvent } from 'react'
import { ask, signOut } from '../../lib/authentication.ts'
import { PasskeyButton } from './passkey-button.tsx'

const EXPIRED = 'Pasó demasiado tiempo desde que escribió su contraseña. Vuelva a empezar.'

/** After the password, of whoever has a second factor: a code, or the passkey. */
export function SecondStep({
  totp,
  passkey,
  onEntered,
}: {
  totp: boolean
  passkey: boolean
  onEntered: () => Promise<void>
}) {
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [sending, setSending] = useState(false)

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setProblem(null)
    if (code.trim() === '') return setWrong('Escriba el código.')
    setWrong(null)
    setSending(true)
    const asked = await ask('/auth/segundo-factor', { code: code.trim() })
    if (asked.ok) await onEntered()
    else if (asked.refusal?.code === 'WRONG_CODE') setWrong(asked.message)
    else setProblem(asked.refusal?.code === 'NOT_SIGNED_IN' ? EXPIRED : asked.message)
    setSending(false)
  }
  const again = async () => {
    await signOut()
    await onEntered()
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <TextInput
          label={totp ? 'Código' : 'Código de recuperación'}
          description={
            totp
              ? 'Los seis dígitos que muestra su aplicación, o uno de sus códigos de recuperación.'
              : 'Si no tiene a mano su llave de acceso.'
          }
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={50}
          autoFocus
          value={code}
          error={wrong}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {problem !== null && <RefusalNote>{problem}</RefusalNote>}
        <Group gap="sm">
          <Button type="submit" loading={sending}>
            Continuar
          </Button>
          <Button variant="default" onClick={() => void again()}>
            Volver a empezar
          </Button>
        </Group>
        {passkey && <PasskeyButton onEntered={onEntered} />}
        <p className="ui-quiet sign-in-lost">
          ¿No tiene ninguno? Pida a quien administra el portal que restablezca su segundo factor.
        </p>
      </Stack>
    </form>
  )
}
