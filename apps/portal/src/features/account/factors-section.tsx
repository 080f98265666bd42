import { Button, Group } from '@mantine/core'
import type { AccountView, OwnPasskey, TotpOffer } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { EmptyState, Moment } from '@portal/ui'
import { useState } from 'react'
import { knowsPasskeys } from '../../lib/passkeys.ts'
import { FactorDialog, type OpenFactor } from './factor-dialog.tsx'
import { PasskeyDialog } from './passkey-dialog.tsx'
import { RecoveryCodesShown } from './recovery-codes.tsx'
import { TotpSetUp } from './totp-set-up.tsx'

type Open = OpenFactor | { act: 'add_passkey' }

/** What is asked besides the password, and what stands in for it. */
export function FactorsSection({ account }: { account: AccountView }) {
  const [open, setOpen] = useState<Open | null>(null)
  const [offer, setOffer] = useState<TotpOffer | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const has = account.totpSince !== null || account.passkeys.length > 0
  const show = (shown: readonly string[]) => {
    setOpen(null)
    setOffer(null)
    setCodes(shown.length > 0 ? shown : null)
  }
  if (codes) return <RecoveryCodesShown codes={codes} onKept={() => setCodes(null)} />
  return (
    <section aria-labelledby="factores">
      <h2 id="factores">Segundo factor</h2>
      <p className="ui-quiet">
        {account.compulsory
          ? 'Su función lo necesita: además de la contraseña se pide un código de su teléfono o una llave de acceso.'
          : 'Con él no basta la contraseña para entrar como usted. Recomendado para todas las personas.'}
      </p>
      {!has && !offer && (
        <EmptyState title="Todavía no tiene un segundo factor">Active uno de los dos; puede tener ambos.</EmptyState>
      )}
      {offer ? (
        <TotpSetUp offer={offer} onCodes={show} onCancel={() => setOffer(null)} />
      ) : (
        <Factors account={account} onOpen={setOpen} />
      )}
      {open?.act === 'add_passkey' && (
        <PasskeyDialog asks={account.hasPassword} onAdded={show} onClose={() => setOpen(null)} />
      )}
      {open && open.act !== 'add_passkey' && (
        <FactorDialog
          open={open}
          asks={account.hasPassword}
          onOffer={(offered) => {
            setOpen(null)
            setOffer(offered)
          }}
          onCodes={show}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}

function Factors({ account, onOpen }: { account: AccountView; onOpen: (open: Open) => void }) {
  const { totpSince, passkeys, recoveryCodesLeft } = account
  const act = (name: Exclude<Open['act'], 'remove_passkey'>, label: string, described?: string) => (
    <Button variant="default" size="compact-sm" aria-label={described} onClick={() => onOpen({ act: name })}>
      {label}
    </Button>
  )
  return (
    <dl className="account-factors">
      <dt>Códigos de una aplicación</dt>
      <dd>
        <span>
          {totpSince === null ? (
            'Sin activar.'
          ) : (
            <>
              Activos desde el <Moment at={totpSince} />.
            </>
          )}
        </span>
        <Group gap={6}>
          {act('offer_totp', totpSince === null ? 'Activar códigos' : 'Cambiar de teléfono')}
          {totpSince !== null && act('remove_totp', 'Desactivar', 'Desactivar los códigos de la aplicación')}
        </Group>
      </dd>
      <dt>Llaves de acceso</dt>
      <dd>
        {passkeys.length === 0 ? 'Ninguna.' : <Passkeys passkeys={passkeys} onOpen={onOpen} />}
        {knowsPasskeys() ? (
          <Group gap={6}>{act('add_passkey', 'Agregar una llave de acceso')}</Group>
        ) : (
          <span className="ui-quiet">Este navegador no conoce las llaves de acceso.</span>
        )}
      </dd>
      {(totpSince !== null || passkeys.length > 0) && (
        <>
          <dt>Códigos de recuperación</dt>
          <dd>
            {recoveryCodesLeft === 0 ? 'No le queda ninguno.' : `Le quedan ${formatCount(recoveryCodesLeft)} sin usar.`}
            <Group gap={6}>{act('renew_codes', 'Pedir códigos nuevos')}</Group>
          </dd>
        </>
      )}
    </dl>
  )
}

const Passkeys = ({ passkeys, onOpen }: { passkeys: readonly OwnPasskey[]; onOpen: (open: Open) => void }) => (
  <ul className="account-passkeys">
    {passkeys.map((passkey) => (
      <li key={passkey.id}>
        <span>
          {passkey.name}
          <span className="ui-quiet">
            {' · agregada el '}
            <Moment at={passkey.createdAt} />
            {passkey.lastUsedAt === null ? (
              ' · sin usar'
            ) : (
              <>
                {' '}
                · usada el <Moment at={passkey.lastUsedAt} />
              </>
            )}
          </span>
        </span>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Quitar la llave ${passkey.name}`}
          onClick={() => onOpen({ act: 'remove_passkey', passkey })}
        >
          Quitar
        </Button>
      </li>
    ))}
  </ul>
)
