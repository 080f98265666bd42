import { Button, Group, SegmentedControl } from '@mantine/core'
import type { ColumnChoice, OfflineRowView } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { EmptyState, KeysetPager, RefusalNote } from '@portal/ui'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { ButtonLink } from '../../lib/button-link.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'
import { ReviewedRow } from './reviewed-row.tsx'
import { ROW_SIGNS, rowCount, type RowStatus } from './row-words.ts'

const route = getRouteApi('/signed-in/rondas/$roundId/sin-conexion')

/** What waits for a decision first. */
const ORDER: readonly RowStatus[] = ['refused', 'conflict', 'changed', 'new', 'unchanged']
const AT_ONCE = 100

type Props = {
  file: { roundId: string; uploadId: string; choice: ColumnChoice | null }
  rows: readonly OfflineRowView[]
  /** Back to what the columns hold, where the person said it. */
  onColumns: (() => void) | undefined
}

/** All rows of a file, those that the person confirms, and the one act that takes them. */
export function ReviewedRows({ file, rows, onColumns }: Props) {
  const { estado } = route.useSearch()
  const navigate = route.useNavigate()
  const trpc = useTRPC()
  // A conflict is taken only by who chose it; everything else unless they left it out.
  const [choices, setChoices] = useState<ReadonlyMap<number, boolean>>(new Map())
  const [most, setMost] = useState(AT_ONCE)
  const isChosen = ({ line, status }: OfflineRowView) => choices.get(line) ?? (status === 'new' || status === 'changed')
  const act = useAct(trpc.offline.take.mutationOptions(), {
    done: 'Los renglones quedaron como borradores. Falta enviarlos.',
    touches: [trpc.offline.pathFilter(), trpc.rounds.pathFilter(), trpc.observations.pathFilter()],
    beside: true,
    onDone: () => setChoices(new Map()),
  })
  const chosen = rows.filter((row) => isChosen(row) && row.status !== 'refused' && row.status !== 'unchanged')
  const filter = ORDER.find((status) => status === estado)
  const listed = rows
    .filter(({ status }) => filter === undefined || status === filter)
    .toSorted((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status) || one.line - other.line)
  if (rows.length === 0) {
    return <EmptyState title="El archivo no tiene renglones escritos">Escriba en él y vuelva a subirlo.</EmptyState>
  }
  return (
    <>
      <Group mb="sm" gap="sm">
        <SegmentedControl
          size="xs"
          aria-label="Renglones que se muestran"
          data={filtersOf(rows)}
          value={filter ?? ''}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, estado: value === '' ? undefined : value }),
              replace: true,
              resetScroll: false,
            })
          }
        />
        {onColumns && (
          <Button variant="subtle" size="compact-sm" onClick={onColumns}>
            Cambiar las columnas
          </Button>
        )}
      </Group>
      <ul className="offline-rows" aria-label="Renglones del archivo">
        {listed.slice(0, most).map((row) => (
          <ReviewedRow
            key={row.line}
            row={row}
            chosen={isChosen(row)}
            onChoose={(take) => setChoices((before) => new Map(before).set(row.line, take))}
          />
        ))}
      </ul>
      {listed.length > AT_ONCE && (
        <KeysetPager
          shown={Math.min(most, listed.length)}
          hasMore={listed.length > most}
          loading={false}
          onMore={() => setMost(most + AT_ONCE)}
        />
      )}
      {act.failure && <RefusalNote requestId={act.failure.requestId}>{act.failure.message}</RefusalNote>}
      <div className="offline-confirm">
        <Button
          disabled={chosen.length === 0}
          loading={act.isPending}
          onClick={() => void act.run({ ...file, rows: chosen.map(({ line, seen }) => ({ line, seen })) })}
        >
          Tomar {rowCount(chosen.length)} como borradores
        </Button>
        <ButtonLink variant="default" to="/rondas/$roundId" params={{ roundId: file.roundId }}>
          Ver las observaciones
        </ButtonLink>
        <span role="status">
          {chosen.length === 0
            ? 'No hay nada nuevo que tomar de este archivo.'
            : 'Quedan como borradores de su institución; se envían desde la ronda.'}
        </span>
      </div>
    </>
  )
}

const filtersOf = (rows: readonly OfflineRowView[]) => [
  { value: '', label: `Todos ${formatCount(rows.length)}` },
  ...ORDER.flatMap((value) => {
    const count = rows.filter(({ status }) => status === value).length
    return count === 0 ? [] : [{ value, label: `${ROW_SIGNS[value].label} ${formatCount(count)}` }]
  }),
]
