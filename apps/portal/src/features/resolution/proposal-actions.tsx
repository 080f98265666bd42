import { Button } from '@mantine/core'
import type { RoundView } from '@portal/contracts'
import { formatCount, type RoundCommandKind } from '@portal/domain'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { progressOf } from './resolution-progress.ts'

type Dialog = Extract<RoundCommandKind, 'propose' | 'validate' | 'return'>

const BUTTONS: readonly [Dialog, string][] = [
  ['propose', 'Proponer a la titular'],
  ['validate', 'Validar y publicar la matriz'],
  ['return', 'Devolver'],
]

/** What may be done with the proposal as a whole; the API says which. `unsaved`: texts that are not part of it. */
export function ProposalActions({ round, unsaved }: { round: RoundView; unsaved: number }) {
  const trpc = useTRPC()
  const navigate = useNavigate()
  const [open, setOpen] = useState<Dialog | null>(null)
  const touches = [
    trpc.rounds.pathFilter(),
    trpc.observations.pathFilter(),
    trpc.specifications.pathFilter(),
    trpc.turn.pathFilter(),
  ]
  const params = { roundId: round.id }
  const settings = (done: string) => ({ done, touches, beside: true })
  const propose = useAct(trpc.rounds.propose.mutationOptions(), settings('Propuesta enviada a la titular.'))
  const back = useAct(trpc.rounds.returnProposal.mutationOptions(), settings('Propuesta devuelta.'))
  const validate = useAct(trpc.rounds.validate.mutationOptions(), {
    ...settings('Matriz publicada.'),
    onDone: () => void navigate({ to: '/rondas/$roundId/matriz', params }),
  })
  const given = { roundId: round.id, seen: round.recordVersion }
  const at = (kind: Dialog) => ({ opened: open === kind, onClose: () => setOpen(null) })
  const { total } = progressOf(round)
  const all = total === 1 ? 'La propuesta de 1 observación' : `La propuesta de ${formatCount(total)} observaciones`
  return (
    <>
      {BUTTONS.filter(([kind]) => round.allowed.includes(kind)).map(([kind, label]) => (
        <Button key={kind} variant={kind === 'return' ? 'default' : 'filled'} onClick={() => setOpen(kind)}>
          {label}
        </Button>
      ))}
      <ActDialog
        {...at('propose')}
        title="Proponer a la titular"
        consequence={`${all} pasa a la titular de la DERFE, que la valida o la devuelve. Mientras tanto no se puede cambiar.${unsavedWords(unsaved)}`}
        confirm="Proponer a la titular"
        act={propose}
        input={() => given}
      />
      <ActDialog
        {...at('validate')}
        title="Validar y publicar la matriz"
        consequence={`${all} queda como decisión y la matriz se publica: los ${formatCount(round.recipients)} OPL de la ronda ven todas las observaciones con lo que se resolvió. Se expide un acuse con la huella del contenido. No se puede deshacer.`}
        confirm="Validar y publicar"
        act={validate}
        input={() => given}
      />
      <ActDialog
        {...at('return')}
        title="Devolver la propuesta"
        consequence="La coordinación podrá cambiar las respuestas y proponerlas otra vez. Lo propuesto se conserva."
        confirm="Devolver"
        act={back}
        reason="Qué hay que corregir"
        input={(reason) => ({ ...given, reason })}
      />
    </>
  )
}

const unsavedWords = (count: number): string => {
  if (count === 0) return ''
  return count === 1
    ? ' Una observación tiene cambios suyos sin guardar: no son parte de la propuesta.'
    : ` ${formatCount(count)} observaciones tienen cambios suyos sin guardar: no son parte de la propuesta.`
}
