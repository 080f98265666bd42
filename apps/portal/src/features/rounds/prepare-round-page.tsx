import type { VersionView } from '@portal/contracts'
import { EmptyState, LoadingRows, PageHeader } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { usePlanChoices } from './prepare-choices.ts'
import { CONFORMITY_DAYS, planInput } from './prepare-plan.ts'
import { PlanForm } from './prepare-plan-form.tsx'

const route = getRouteApi('/signed-in/versiones/$versionId/ronda')

/** The coordinator plans a round on a version: nobody hears of it until the round is opened. */
export function PrepareRoundPage() {
  const { versionId } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.specifications.version.queryOptions({ id: versionId }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={8} label="Cargando la versión…" />
  return (
    <>
      <PageHeader
        context={
          <Link to="/versiones/$versionId" params={{ versionId }}>
            {data.specification.title}, versión {data.number}
          </Link>
        }
        title="Preparar ronda de revisión"
        sentence="Se guarda el plan. Los OPL no reciben nada hasta que abra la ronda, en el paso siguiente."
      />
      {data.mayPrepareRound ? <NewPlan version={data} /> : <NotNow version={data} />}
    </>
  )
}

function NewPlan({ version }: { version: VersionView }) {
  const trpc = useTRPC()
  const navigate = route.useNavigate()
  const { choices, error, refetch } = usePlanChoices()
  const prepare = useAct(trpc.rounds.prepare.mutationOptions(), {
    done: 'Ronda preparada.',
    touches: [trpc.rounds.pathFilter(), trpc.specifications.pathFilter(), trpc.turn.pathFilter()],
    beside: true,
    onDone: ({ recordId }) => void navigate({ to: '/rondas/$roundId', params: { roundId: recordId } }),
  })
  if (error && !choices) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!choices) return <LoadingRows rows={8} label="Cargando OPL y calendarios…" />
  const { opl, calendars } = choices
  return (
    <PlanForm
      initial={{
        recipients: opl.map(({ id }) => id),
        amount: 10,
        kind: 'natural_days',
        calendarKey: calendars[0]?.key ?? '',
        visibility: 'after_publication',
        asksConformity: false,
        conformityAmount: CONFORMITY_DAYS,
        conformityKind: 'natural_days',
        message: '',
      }}
      opl={opl}
      calendars={calendars}
      save="Preparar la ronda"
      pending={prepare.isPending}
      failure={prepare.failure}
      onSave={(plan) => void prepare.run({ versionId: version.id, seen: version.recordVersion, ...planInput(plan) })}
      onCancel={() => void navigate({ to: '/versiones/$versionId', params: { versionId: version.id } })}
    />
  )
}

const RUNNING: readonly string[] = ['preparing', 'open', 'resolving', 'validating', 'conformity']

function NotNow({ version }: { version: VersionView }) {
  const running = version.rounds.find(({ status }) => RUNNING.includes(status))
  if (running) {
    return (
      <EmptyState title="Esta versión ya tiene una ronda en curso">
        <Link to="/rondas/$roundId" params={{ roundId: running.id }}>
          Ver la ronda {running.number}
        </Link>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No se puede preparar una ronda sobre esta versión">
      La prepara la coordinación de la DERFE sobre una versión con numerales confirmados que no se haya retirado.
    </EmptyState>
  )
}
