import { Button } from '@mantine/core'
import type { OwnSession } from '@portal/contracts'
import { ConfirmDialog, DataTable, Moment, type Column } from '@portal/ui'
import { useState } from 'react'
import { useTRPC } from '../../lib/trpc.ts'
import { deviceName } from './device.ts'
import { entryName } from './entry-words.ts'
import { useOwnAct } from './use-own-act.ts'

/** Where the person is entered now; what they do not know they close. */
export function SessionsSection({ sessions }: { sessions: readonly OwnSession[] }) {
  const trpc = useTRPC()
  const [closing, setClosing] = useState<OwnSession | 'others' | null>(null)
  const close = useOwnAct(trpc.account.closeSession.mutationOptions(), { done: () => 'Sesión cerrada.' })
  const closeOthers = useOwnAct(trpc.account.closeOthers.mutationOptions(), {
    done: () => 'Se cerraron sus demás sesiones.',
  })
  const act = closing === 'others' ? closeOthers : close
  const confirm = async () => {
    if (closing === null) return
    const done = closing === 'others' ? await closeOthers.run() : await close.run({ id: closing.id })
    if (done) setClosing(null)
  }
  const cancel = () => {
    act.reset()
    setClosing(null)
  }
  return (
    <section aria-labelledby="sesiones">
      <div className="account-heading">
        <h2 id="sesiones">Sesiones abiertas</h2>
        {sessions.length > 1 && (
          <Button variant="default" size="compact-sm" onClick={() => setClosing('others')}>
            Cerrar las demás
          </Button>
        )}
      </div>
      <p className="ui-quiet">
        Si no reconoce alguna, ciérrela y cambie su contraseña. El dispositivo es el que su navegador dice ser.
      </p>
      <DataTable
        caption="Sesiones abiertas"
        columns={columns(setClosing)}
        rows={sessions}
        rowKey={({ id }) => id}
        narrow="stack"
      />
      {closing !== null && (
        <ConfirmDialog
          opened
          onClose={cancel}
          title={closing === 'others' ? 'Cerrar las demás sesiones' : 'Cerrar la sesión'}
          consequence={
            closing === 'others'
              ? 'Todas menos la de este navegador dejan de servir de inmediato. Lo que ahí no se haya guardado se pierde.'
              : `La sesión de ${deviceName(closing.userAgent)} deja de servir de inmediato. Lo que ahí no se haya guardado se pierde.`
          }
          confirm={closing === 'others' ? 'Cerrar las demás' : 'Cerrar la sesión'}
          loading={act.isPending}
          refusal={act.failure?.message}
          onConfirm={() => void confirm()}
        />
      )}
    </section>
  )
}

const columns = (onClose: (session: OwnSession) => void): Column<OwnSession>[] => [
  {
    key: 'device',
    header: 'Dispositivo',
    cell: ({ userAgent, current }) => (
      <>
        {deviceName(userAgent)}
        {current && <div className="ui-quiet">Esta sesión</div>}
      </>
    ),
  },
  { key: 'address', header: 'Dirección', nowrap: true, cell: ({ address }) => address ?? 'No consta' },
  { key: 'method', header: 'Entró con', cell: ({ method, secondFactor }) => entryName(method, secondFactor) },
  { key: 'since', header: 'Desde', nowrap: true, cell: ({ since }) => <Moment at={since} /> },
  { key: 'seen', header: 'Último uso', nowrap: true, cell: ({ lastSeen }) => <Moment at={lastSeen} /> },
  {
    key: 'acts',
    header: 'Actos',
    nowrap: true,
    cell: (session) =>
      session.current ? (
        <span className="ui-quiet">Use Salir</span>
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Cerrar la sesión de ${deviceName(session.userAgent)}`}
          onClick={() => onClose(session)}
        >
          Cerrar
        </Button>
      ),
  },
]
