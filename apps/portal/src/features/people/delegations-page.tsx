import { Button } from '@mantine/core'
import { useFocusReturn } from '@mantine/hooks'
import { APPOINTMENT_STATES, type DelegationRow } from '@portal/contracts'
import { DataTable, Day, EmptyState, KeysetPager, LoadingRows, Moment, PageHeader, StatusBadge } from '@portal/ui'
import type { Column } from '@portal/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { useNameOf } from '../../lib/organisations.ts'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { roleAt } from '../../lib/role-at.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'
import { FilterBar } from './filter-bar.tsx'
import { STATE_SIGNS } from './people-words.ts'

const route = getRouteApi('/signed-in/personas/suplencias')

/** Who acts in whose place, from when to when and by which letter. */
export function DelegationsPage() {
  const { institucion, estado } = route.useSearch()
  const navigate = route.useNavigate()
  const trpc = useTRPC()
  const [ending, setEnding] = useState<DelegationRow | null>(null)
  useFocusReturn({ opened: ending !== null })
  const columns = useColumns(setEnding)
  const filters = {
    organisationId: institucion ?? null,
    state: APPOINTMENT_STATES.find((known) => known === estado) ?? null,
  }
  const list = useInfiniteQuery(
    trpc.people.delegations.infiniteQueryOptions(
      { ...filters, limit: 50 },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const filtered = Object.values(filters).some((value) => value !== null)
  return (
    <>
      <PageHeader
        context={<Link to="/personas">Personas y nombramientos</Link>}
        title="Suplencias"
        sentence="Quién actúa en lugar de otra persona, con el oficio que lo dice. Se registran con «Registrar suplencia» en la lista de personas."
      />
      <FilterBar
        of="las suplencias"
        filters={filters}
        exportPath="/exports/delegations.csv"
        onChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }) })}
      />
      {list.error && !list.data && <QueryFailure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingRows rows={3} label="Cargando las suplencias…" />}
      {list.data && rows.length === 0 && (
        <EmptyState title={filtered ? 'Ninguna coincide con los filtros' : 'No hay suplencias'}>
          {filtered ? 'Quite un filtro para ver las demás.' : 'Cada persona actúa en nombre propio.'}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <DataTable caption="Suplencias" columns={columns} rows={rows} rowKey={({ id }) => id} narrow="stack" />
          <KeysetPager
            shown={rows.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
      {ending && <EndDelegationDialog row={ending} onClose={() => setEnding(null)} />}
    </>
  )
}

/** Quién actúa · En lugar de · Estado · Desde · Hasta · Oficio · Razón · Actos. */
function useColumns(onEnd: (row: DelegationRow) => void): Column<DelegationRow>[] {
  const nameOf = useNameOf()
  return [
    {
      key: 'person',
      header: 'Quién actúa',
      cell: ({ appointmentId, person }) => (
        <Link to="/bitacora/$recordId" params={{ recordId: appointmentId }}>
          {person.name}
        </Link>
      ),
    },
    {
      key: 'holder',
      header: 'En lugar de',
      cell: ({ holder, role, organisationId }) => (
        <>
          {holder.name}
          <div className="ui-quiet">{roleAt(role, nameOf(organisationId))}</div>
        </>
      ),
    },
    {
      key: 'state',
      header: 'Estado',
      nowrap: true,
      cell: ({ state }) => <StatusBadge {...STATE_SIGNS[state]} plain />,
    },
    { key: 'from', header: 'Desde', nowrap: true, cell: ({ fromDay }) => <Day date={fromDay} /> },
    { key: 'until', header: 'Hasta', cell: (row) => <End {...row} /> },
    {
      key: 'letter',
      header: 'Oficio',
      cell: ({ letter, letterFile }) => (
        <>
          {letter}
          <div>
            <a href={`/files/${letterFile.id}`} download>
              {letterFile.name}
            </a>
          </div>
        </>
      ),
    },
    { key: 'reason', header: 'Razón', width: '18%', cell: ({ reason }) => reason },
    {
      key: 'acts',
      header: 'Actos',
      nowrap: true,
      cell: (row) =>
        row.allowed.includes('end') ? (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`Terminar: ${row.person.name} por ${row.holder.name}`}
            onClick={() => onEnd(row)}
          >
            Terminar
          </Button>
        ) : (
          <span className="ui-quiet">Ninguno</span>
        ),
    },
  ]
}

function End({ untilDay, endedAt, endReason }: DelegationRow) {
  if (endedAt === null) return <Day date={untilDay} />
  return (
    <>
      <Moment at={endedAt} />
      <div className="ui-quiet">{endReason}</div>
    </>
  )
}

function EndDelegationDialog({ row, onClose }: { row: DelegationRow; onClose: () => void }) {
  const trpc = useTRPC()
  const end = useAct(trpc.people.endDelegation.mutationOptions(), {
    done: 'Suplencia terminada.',
    touches: [trpc.people.pathFilter()],
    beside: true,
  })
  return (
    <ActDialog
      opened
      onClose={onClose}
      title="Terminar la suplencia"
      consequence={`${row.person.name} dejará de inmediato de actuar por ${row.holder.name}: si ahora lo hace, su sesión se cierra y entra otra vez en nombre propio. Lo que hizo queda en la bitácora.`}
      confirm="Terminar la suplencia"
      danger
      act={end}
      reason="Razón"
      input={(reason) => ({ delegationId: row.id, seen: row.recordVersion, reason })}
    />
  )
}
