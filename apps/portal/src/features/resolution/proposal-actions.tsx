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
  ['validate', 'Validar'],
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
  const asks = round.conformity !== null && round.observations > 0
  const validation = asks ? ASKING : PUBLISHING
  const propose = useAct(trpc.rounds.propose.mutationOptions(), settings('Propuesta enviada a la titular.'))
  const back = useAct(trpc.rounds.returnProposal.mutationOptions(), settings('Propuesta devuelta.'))
  const validate = useAct(trpc.rounds.validate.mutationOptions(), {
    ...settings(asks ? 'Propuesta validada: se pregunta la conformidad.' : 'Matriz publicada.'),
    onDone: () => void navigate({ to: asks ? '/rondas/$roundId' : '/rondas/$roundId/matriz', params }),
  })
  const given = { roundId: round.id, seen: round.recordVersion }
  const at = (kind: Dialog) => ({ opened: open === kind, onClose: () => setOpen(null) })
  const { total } = progressOf(round)
  const all = total === 1 ? 'La propuesta de 1 observación' : `La propuesta de ${formatCount(total)} observaciones`
  return (
    <>
      {BUTTONS.filter(([kind]) => round.allowed.includes(kind)).map(([kind, label]) => (
        <Button key={kind} variant={kind === 'return' ? 'default' : 'filled'} onClick={() => setOpen(kind)}>
          {kind === 'validate' ? validation.button : label}
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
        title={validation.button}
        consequence={
          asks
            ? `${all} queda como decisión. Cada OPL que observó ve lo que se resolvió de lo suyo y dice si está conforme; la matriz se publica al terminar ese plazo. Se expide un acuse. No se puede deshacer.`
            : `${all} queda como decisión y la matriz se publica: los ${formatCount(round.recipients)} OPL de la ronda ven todas las observaciones con lo que se resolvió. Se expide un acuse con la huella del contenido. No se puede deshacer.`
        }
        confirm={validation.confirm}
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

const PUBLISHING = { button: 'Validar y publicar la matriz', confirm: 'Validar y publicar' }
const ASKING = { button: 'Validar y preguntar la conformidad', confirm: 'Validar' }

const unsavedWords = (count: number): string => {
  if (count === 0) return ''
  return count === 1
    ? ' Una observación tiene cambios suyos sin guardar: no son parte de la propuesta.'
    : ` ${formatCount(count)} observaciones tienen cambios suyos sin guardar: no son parte de la propuesta.`
}
