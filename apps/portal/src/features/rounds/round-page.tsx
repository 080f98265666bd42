import { Tabs } from '@mantine/core'
import type { RoundView } from '@portal/contracts'
import { LoadingRows } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { asksOwnReply, ConformityTab } from './conformity-tab.tsx'
import { DeadlinesTab } from './deadlines-tab.tsx'
import { DocumentTab } from './document-tab.tsx'
import { PreparingRound } from './preparing-round.tsx'
import { ProgressTab } from './progress-tab.tsx'
import { RoundHeader } from './round-header.tsx'
import { TableTab } from './table-tab.tsx'
import { useStartResponse } from './use-start-response.ts'
import './rounds.css'

const route = getRouteApi('/signed-in/rondas/$roundId')

const TABS = [
  ['conformidad', 'Conformidad'],
  ['documento', 'Documento'],
  ['tabla', 'Tabla'],
  ['avance', 'Avance'],
  ['plazos', 'Plazos'],
] as const

/** One version sent to its recipients: the document, who answered, what was observed, until when. */
export function RoundPage() {
  const { roundId } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.rounds.get.queryOptions({ id: roundId }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={10} label="Cargando la ronda…" />
  return <Round round={data} />
}

function Round({ round }: { round: RoundView }) {
  const asked = asksOwnReply(round)
  const { vista = asked ? 'conformidad' : 'documento' } = route.useSearch()
  const tabs = TABS.filter(([name]) => name !== 'conformidad' || asked)
  const navigate = route.useNavigate()
  useStartResponse(round)
  return (
    <>
      <RoundHeader round={round} />
      {round.status === 'preparing' ? (
        <PreparingRound round={round} />
      ) : (
        <Tabs
          value={vista}
          keepMounted={false}
          onChange={(tab) => {
            const known = TABS.find(([name]) => name === tab)?.[0]
            void navigate({ search: (before) => ({ ...before, vista: known }), replace: true })
          }}
        >
          <Tabs.List mb="md" aria-label="Vistas de la ronda">
            {tabs.map(([name, label]) => (
              <Tabs.Tab key={name} value={name}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {asked && (
            <Tabs.Panel value="conformidad">
              <ConformityTab round={round} />
            </Tabs.Panel>
          )}
          <Tabs.Panel value="documento">
            <DocumentTab round={round} />
          </Tabs.Panel>
          <Tabs.Panel value="tabla">
            <TableTab round={round} />
          </Tabs.Panel>
          <Tabs.Panel value="avance">
            <ProgressTab round={round} />
          </Tabs.Panel>
          <Tabs.Panel value="plazos">
            <DeadlinesTab round={round} />
          </Tabs.Panel>
        </Tabs>
      )}
    </>
  )
}
