import { Button } from '@mantine/core'
import type { RoundView } from '@portal/contracts'
import { useState } from 'react'
import { ButtonLink } from '../../lib/button-link.tsx'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'

type Dialog = 'extend' | 'close_early' | 'publish_early' | 'conclude' | 'cancel'

const BUTTONS: readonly [Dialog, string][] = [
  ['close_early', 'Cerrar anticipadamente'],
  ['publish_early', 'Publicar la matriz'],
  ['conclude', 'Concluir la ronda'],
  ['extend', 'Prorrogar'],
  ['cancel', 'Cancelar la ronda'],
]

/** What DERFE may do with the round now, beside opening it; the API says which. */
export function CoordinatorActions({ round }: { round: RoundView }) {
  const trpc = useTRPC()
  const [open, setOpen] = useState<Dialog | null>(null)
  const touches = [trpc.rounds.pathFilter(), trpc.turn.pathFilter(), trpc.specifications.pathFilter()]
  const settings = (done: string) => ({ done, touches, beside: true })
  const closeEarly = useAct(trpc.rounds.closeEarly.mutationOptions(), settings('Ronda cerrada.'))
  const publishEarly = useAct(trpc.rounds.publishEarly.mutationOptions(), settings('Matriz publicada.'))
  const conclude = useAct(trpc.rounds.conclude.mutationOptions(), settings('Ronda concluida.'))
  const cancel = useAct(trpc.rounds.cancel.mutationOptions(), settings('Ronda cancelada.'))
  const given = { roundId: round.id, seen: round.recordVersion }
  const reasoned = (reason: string) => ({ ...given, reason })
  const at = (kind: Dialog) => ({ opened: open === kind, onClose: () => setOpen(null) })
  const link = workLink(round)
  return (
    <>
      {link && (
        <ButtonLink to={link.to} params={{ roundId: round.id }}>
          {link.label}
        </ButtonLink>
      )}
      {BUTTONS.filter(([kind]) => round.allowed.includes(kind)).map(([kind, label]) => (
        <Button key={kind} variant="default" onClick={() => setOpen(kind)}>
          {label}
        </Button>
      ))}
      <ExtendDialog round={round} {...at('extend')} />
      <ActDialog
        {...at('close_early')}
        title="Cerrar anticipadamente"
        consequence="Todos los OPL contestaron. La ronda pasa a resolución y ya no podrán retirar sus respuestas."
        confirm="Cerrar la ronda"
        act={closeEarly}
        reason="Por qué se cierra antes"
        input={reasoned}
      />
      <ActDialog
        {...at('publish_early')}
        title="Publicar la matriz"
        consequence="Todos los OPL contestaron. La matriz se publica ahora, con su conformidad o inconformidad, y ya no podrán corregirla."
        confirm="Publicar la matriz"
        act={publishEarly}
        reason="Por qué se publica antes del vencimiento"
        input={reasoned}
      />
      <ActDialog
        {...at('conclude')}
        title="Concluir la ronda"
        consequence="La ronda termina; la matriz publicada queda como está."
        confirm="Concluir la ronda"
        act={conclude}
        input={() => given}
      />
      <ActDialog
        {...at('cancel')}
        title="Cancelar la ronda"
        consequence="Los OPL dejan de poder contestar. Nada se borra: lo actuado queda en la bitácora. No se puede deshacer."
        confirm="Cancelar la ronda"
        danger
        act={cancel}
        reason="Por qué se cancela"
        input={reasoned}
      />
    </>
  )
}

/** Where the work of the present status is done. */
function workLink({ status, allowed, withoutOutcome, referrals }: RoundView) {
  if (withoutOutcome === null && referrals.some(({ pending }) => pending > 0)) {
    return { to: '/rondas/$roundId/resolver', label: 'Contestar lo turnado' } as const
  }
  if (allowed.includes('dispose')) return { to: '/rondas/$roundId/resolver', label: 'Resolver observaciones' } as const
  if (allowed.includes('validate')) return { to: '/rondas/$roundId/resolver', label: 'Revisar la propuesta' } as const
  if (status === 'published' || status === 'concluded') {
    return { to: '/rondas/$roundId/matriz', label: 'Ver la matriz' } as const
  }
  return null
}
