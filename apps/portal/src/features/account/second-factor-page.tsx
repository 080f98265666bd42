import { Button, Group } from '@mantine/core'
import type { TotpOffer } from '@portal/contracts'
import { PageHeader, RefusalNote } from '@portal/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { knowsPasskeys } from '../../lib/passkeys.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { PasskeyDialog } from './passkey-dialog.tsx'
import { RecoveryCodesShown } from './recovery-codes.tsx'
import { TotpSetUp } from './totp-set-up.tsx'
import { useOwnAct } from './use-own-act.ts'
import './account.css'

/**
 * Where whoever needs a second factor and has none is led: nothing else opens before it is set up.
 * @param onCodes told when it is, and the recovery codes are on screen
 */
export function SecondFactorPage({ onCodes, onDone }: { onCodes: () => void; onDone: () => void }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const offerTotp = useOwnAct(trpc.account.offerTotp.mutationOptions())
  const [offer, setOffer] = useState<TotpOffer | null>(null)
  const [naming, setNaming] = useState(false)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const show = (shown: readonly string[]) => {
    onCodes()
    setNaming(false)
    setCodes(shown)
  }
  const goOn = async () => {
    await queryClient.fetchQuery({ ...trpc.session.current.queryOptions(), staleTime: 0 })
    onDone()
    await router.invalidate()
  }
  if (codes) {
    return (
      <>
        <PageHeader title="Su segundo factor está listo" sentence="Guarde sus códigos de recuperación y continúe." />
        <RecoveryCodesShown codes={codes} onKept={() => void goOn()} />
      </>
    )
  }
  return (
    <>
      <PageHeader
        title="Configure su segundo factor"
        sentence="Su función valida, envía formalmente o administra: además de la contraseña se pide algo que solo usted tiene. Se configura una vez, en los quince minutos que siguen a su entrada; después podrá continuar."
      />
      {offer ? (
        <TotpSetUp offer={offer} onCodes={show} onCancel={() => setOffer(null)} />
      ) : (
        <div className="account-choices">
          <section aria-labelledby="con-codigos">
            <h2 id="con-codigos">Códigos de una aplicación</h2>
            <p>Una aplicación de su teléfono muestra un código que cambia cada medio minuto. Funciona sin conexión.</p>
            <Button
              loading={offerTotp.isPending}
              onClick={() => void offerTotp.run({ password: '' }).then((offered) => offered && setOffer(offered))}
            >
              Usar una aplicación
            </Button>
          </section>
          <section aria-labelledby="con-llave">
            <h2 id="con-llave">Llave de acceso</h2>
            <p>La huella, el rostro o el PIN de su dispositivo, o una llave de seguridad. Entra sin contraseña.</p>
            {knowsPasskeys() ? (
              <Button variant="default" onClick={() => setNaming(true)}>
                Usar una llave de acceso
              </Button>
            ) : (
              <p className="ui-quiet">Este navegador no conoce las llaves de acceso.</p>
            )}
          </section>
        </div>
      )}
      {offerTotp.failure && (
        <Group mt="md">
          <RefusalNote>{offerTotp.failure.message}</RefusalNote>
        </Group>
      )}
      {naming && <PasskeyDialog asks={false} onAdded={show} onClose={() => setNaming(false)} />}
    </>
  )
}
