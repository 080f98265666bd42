import { Button, Group } from '@mantine/core'
import type { ResponseView, RoundView } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { Moment } from '@portal/ui'
import { useState } from 'react'
import { ReceiptLink } from '../../lib/receipt-link.tsx'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { isUnjudged } from './resolution-progress.ts'

/** Answers that came after the deadline: each is admitted or not, with a reason, before anything is proposed. */
export function LateAnswers({ round }: { round: RoundView }) {
  const late = round.responses.filter(isUnjudged)
  if (late.length === 0) return null
  return (
    <section className="resolve-late" aria-labelledby="fuera-de-plazo">
      <h2 id="fuera-de-plazo">Respuestas fuera de plazo por decidir</h2>
      <ul>
        {late.map((response) => (
          <LateAnswer key={response.id} round={round} response={response} />
        ))}
      </ul>
    </section>
  )
}

function LateAnswer({ round, response }: { round: RoundView; response: ResponseView }) {
  const { organisation, observations, sentAt, lateReason, folio, code } = response
  const count = observations === 1 ? '1 observación' : `${formatCount(observations)} observaciones`
  return (
    <li>
      <p>
        <strong>{organisation.shortName}</strong> presentó {count}
        {sentAt !== null && (
          <>
            {' '}
            el <Moment at={sentAt} />
          </>
        )}
        . {folio !== null && code !== null && <ReceiptLink folio={folio} code={code} />}
      </p>
      {lateReason !== null && <p>Razón: {lateReason}</p>}
      {round.allowed.includes('judge_late') && <Judgement round={round} response={response} count={count} />}
    </li>
  )
}

function Judgement({ round, response, count }: { round: RoundView; response: ResponseView; count: string }) {
  const trpc = useTRPC()
  const [open, setOpen] = useState<'admit' | 'refuse' | null>(null)
  const touches = [trpc.rounds.pathFilter(), trpc.observations.pathFilter(), trpc.turn.pathFilter()]
  const judge = useAct(trpc.rounds.judgeLate.mutationOptions(), {
    done: 'Decisión registrada.',
    touches,
    beside: true,
  })
  const name = response.organisation.shortName
  const at = (kind: 'admit' | 'refuse') => ({ opened: open === kind, onClose: () => setOpen(null), act: judge })
  const input = (admit: boolean) => (reason: string) => ({
    roundId: round.id,
    responseId: response.id,
    seen: response.recordVersion,
    admit,
    reason,
  })
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" aria-label={`Admitir la de ${name}`} onClick={() => setOpen('admit')}>
        Admitir
      </Button>
      <Button size="xs" variant="default" aria-label={`No admitir la de ${name}`} onClick={() => setOpen('refuse')}>
        No admitir
      </Button>
      <ActDialog
        {...at('admit')}
        title={`Admitir la respuesta de ${name}`}
        consequence={`Se numeran al final ${count} y habrá que resolverlas. ${name} ve la decisión y su razón. No se puede deshacer.`}
        confirm="Admitir"
        reason="Por qué se admite"
        input={input(true)}
      />
      <ActDialog
        {...at('refuse')}
        title={`No admitir la respuesta de ${name}`}
        consequence={`No se resuelven ni van en la matriz ${count}. ${name} ve la decisión y su razón. No se puede deshacer.`}
        confirm="No admitir"
        reason="Por qué no se admite"
        input={input(false)}
      />
    </Group>
  )
}
