import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { deviceName } from './device.ts'
import { PasswordDialog } from './password-dialog.tsx'
import { useAddPasskey } from './use-add-passkey.ts'

/** The passkey gets a name by which its person tells it from the others. */
export function PasskeyDialog({
  asks,
  onAdded,
  onClose,
}: {
  asks: boolean
  onAdded: (codes: readonly string[]) => void
  onClose: () => void
}) {
  const add = useAddPasskey()
  const [name, setName] = useState(() => deviceName(navigator.userAgent))
  const submit = async (password: string) => {
    const codes = await add.run(name.trim() === '' ? deviceName(navigator.userAgent) : name, password)
    if (codes !== null) onAdded(codes)
  }
  return (
    <PasswordDialog
      title="Agregar una llave de acceso"
      consequence="Su dispositivo le pedirá la huella, el rostro o el PIN con que lo desbloquea. Después entrará al portal con eso, sin contraseña ni códigos. Sus demás sesiones se cierran."
      confirm="Agregar la llave"
      asks={asks}
      act={add}
      onPassword={(password) => void submit(password)}
      onClose={onClose}
    >
      <TextInput
        label="Nombre de la llave"
        description="Para distinguirla de otras, por ejemplo «Teléfono»."
        maxLength={100}
        value={name}
        {...(!asks && { 'data-autofocus': true })}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </PasswordDialog>
  )
}
