import { Button, Group, Stack, TextInput } from '@mantine/core'
import type { TotpOffer } from '@portal/contracts'
import { RefusalNote } from '@portal/ui'
import { useState, type SyntheticEvent } from 'react'
import { useTRPC } from '../../lib/trpc.ts'
import { useOwnAct } from './use-own-act.ts'

const SIX_DIGITS = /^\d{6}$/
const spaced = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret

/** The application reads or is told the secret, and a code of it confirms that it did. */
export function TotpSetUp({
  offer: { secret, qrSvg },
  onCodes,
  onCancel,
}: {
  offer: TotpOffer
  onCodes: (codes: readonly string[]) => void
  onCancel: () => void
}) {
  const trpc = useTRPC()
  const confirm = useOwnAct(trpc.account.confirmTotp.mutationOptions())
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const typed = code.replace(/\s/g, '')
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!SIX_DIGITS.test(typed)) return setMissing(true)
    const done = await confirm.run({ code: typed })
    if (done) onCodes(done.codes)
  }
  const problem = missing && !SIX_DIGITS.test(typed) ? 'Escriba los seis dígitos que muestra la aplicación.' : null
  return (
    <form className="account-totp" noValidate onSubmit={(event) => void submit(event)}>
      <img
        className="account-qr"
        src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`}
        alt="Código QR para la aplicación; a su lado está la misma clave para escribirla"
      />
      <Stack gap="md">
        <p>
          Abra una aplicación de códigos (por ejemplo la del administrador de contraseñas de su teléfono), agregue una
          cuenta y escanee el código QR. Si no puede escanearlo, escriba esta clave:
        </p>
        <p className="ui-mono account-secret">{spaced(secret)}</p>
        <TextInput
          label="Código que muestra la aplicación"
          description="Seis dígitos; cambia cada medio minuto."
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          maw="16rem"
          autoFocus
          value={code}
          error={problem ?? confirm.fieldError}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {confirm.failure && <RefusalNote>{confirm.failure.message}</RefusalNote>}
        <Group gap="sm">
          <Button type="submit" loading={confirm.isPending}>
            Activar
          </Button>
          <Button variant="default" onClick={onCancel} disabled={confirm.isPending}>
            Volver
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
