import { Button, Group } from '@mantine/core'
import type { RoundView } from '@portal/contracts'
import { LoadingRows } from '@portal/ui'
import { useState } from 'react'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { usePlanChoices } from './prepare-choices.ts'
import { planInput, planOf, ruleWords } from './prepare-plan.ts'
import { PlanForm } from './prepare-plan-form.tsx'
import { PreparedPlan } from './preparing-plan.tsx'
import './prepare-round.css'

/** A round that was not sent yet: its plan, which may still change, and the act that sends it. */
export function PreparingRound({ round }: { round: RoundView }) {
  const [editing, setEditing] = useState(false)
  const mayEdit = round.allowed.includes('edit')
  if (editing && mayEdit) return <EditedPlan round={round} onClose={() => setEditing(false)} />
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">Plan de la ronda</h2>
      <Group gap="sm" mb="md">
        <OpenRound round={round} />
        {mayEdit && (
          <Button variant="default" onClick={() => setEditing(true)}>
            Cambiar el plan
          </Button>
        )}
      </Group>
      <PreparedPlan round={round} mayPreview={mayEdit} />
    </section>
  )
}

function OpenRound({ round }: { round: RoundView }) {
  const trpc = useTRPC()
  const [opened, setOpened] = useState(false)
  const open = useAct(trpc.rounds.open.mutationOptions(), {
    done: 'Ronda abierta.',
    touches: [trpc.rounds.pathFilter(), trpc.specifications.pathFilter(), trpc.turn.pathFilter()],
    beside: true,
  })
  if (!round.allowed.includes('open')) return null
  const names = round.responses.map(({ organisation }) => organisation.shortName)
  return (
    <>
      <Button onClick={() => setOpened(true)}>Abrir la ronda</Button>
      <ActDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title="Abrir la ronda"
        consequence={`Se notifica a ${new Intl.ListFormat('es-MX').format(names)} y desde ese momento corre su plazo de ${ruleWords(round.rule)}. Los numerales de la versión ${round.version.number} ya no podrán cambiar. Se expide un acuse.`}
        confirm="Abrir la ronda"
        act={open}
        input={() => ({ roundId: round.id, seen: round.recordVersion })}
      />
    </>
  )
}

function EditedPlan({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const trpc = useTRPC()
  const { choices, error, refetch } = usePlanChoices()
  const edit = useAct(trpc.rounds.edit.mutationOptions(), {
    done: 'Plan guardado.',
    touches: [trpc.rounds.pathFilter(), trpc.specifications.pathFilter()],
    beside: true,
    onDone: onClose,
  })
  if (error && !choices) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!choices) return <LoadingRows rows={8} label="Cargando OPL y calendarios…" />
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">Cambiar el plan</h2>
      <PlanForm
        initial={planOf(round)}
        {...choices}
        save="Guardar el plan"
        pending={edit.isPending}
        failure={edit.failure}
        onSave={(plan) => void edit.run({ roundId: round.id, seen: round.recordVersion, ...planInput(plan) })}
        onCancel={onClose}
      />
    </section>
  )
}
