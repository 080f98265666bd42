import type { OwnPasskey, TotpOffer } from '@portal/contracts'
import { useTRPC } from '../../lib/trpc.ts'
import { PasswordDialog } from './password-dialog.tsx'
import { useOwnAct } from './use-own-act.ts'

export type OpenFactor =
  | { act: 'offer_totp' | 'remove_totp' | 'renew_codes' }
  | { act: 'remove_passkey'; passkey: OwnPasskey }

/** The acts on factors that ask for the password alone. */
export function FactorDialog({
  open,
  asks,
  onOffer,
  onCodes,
  onClose,
}: {
  open: OpenFactor
  asks: boolean
  onOffer: (offer: TotpOffer) => void
  onCodes: (codes: readonly string[]) => void
  onClose: () => void
}) {
  const { account } = useTRPC()
  const offerTotp = useOwnAct(account.offerTotp.mutationOptions())
  const renew = useOwnAct(account.renewRecoveryCodes.mutationOptions())
  const removeTotp = useOwnAct(account.removeTotp.mutationOptions(), { done: () => 'Códigos desactivados.' })
  const removePasskey = useOwnAct(account.removePasskey.mutationOptions(), { done: () => 'Llave de acceso quitada.' })
  const shared = { asks, onClose }
  switch (open.act) {
    case 'offer_totp':
      return (
        <PasswordDialog
          {...shared}
          title="Activar los códigos de una aplicación"
          consequence="El portal mostrará un código QR para su aplicación. Al confirmarlo recibirá códigos de recuperación nuevos y se cerrarán sus demás sesiones."
          confirm="Continuar"
          act={offerTotp}
          onPassword={(password) => void offerTotp.run({ password }).then((offer) => offer && onOffer(offer))}
        />
      )
    case 'renew_codes':
      return (
        <PasswordDialog
          {...shared}
          title="Pedir códigos de recuperación nuevos"
          consequence="Los códigos anteriores, usados o no, dejan de servir."
          confirm="Generar códigos"
          act={renew}
          onPassword={(password) => void renew.run({ password }).then((done) => done && onCodes(done.codes))}
        />
      )
    case 'remove_totp':
      return (
        <PasswordDialog
          {...shared}
          title="Desactivar los códigos de la aplicación"
          consequence="Ya no se pedirá un código al entrar. Puede quitar la cuenta de su aplicación."
          confirm="Desactivar"
          danger
          act={removeTotp}
          onPassword={(password) => void removeTotp.run({ password }).then((done) => done && onClose())}
        />
      )
    case 'remove_passkey':
      return (
        <PasswordDialog
          {...shared}
          title={`Quitar la llave «${open.passkey.name}»`}
          consequence="Con ella ya no se podrá entrar. Bórrela también en su dispositivo."
          confirm="Quitar la llave"
          danger
          act={removePasskey}
          onPassword={(password) =>
            void removePasskey.run({ id: open.passkey.id, password }).then((done) => done && onClose())
          }
        />
      )
  }
}
