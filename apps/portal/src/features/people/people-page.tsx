import { Button, Group } from '@mantine/core'
import { useFocusReturn } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { type AppointmentRow, APPOINTMENT_STATES } from '@portal/contracts'
import { ROLES } from '@portal/domain'
import { DataTable, EmptyState, KeysetPager, LoadingRows, PageHeader } from '@portal/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { ButtonLink } from '../../lib/button-link.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useActor } from '../../lib/session.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { AccessDialog } from './access-dialog.tsx'
import { AppointDialog } from './appoint-dialog.tsx'
import { DelegateDialog } from './delegate-dialog.tsx'
import { EndDialog } from './end-dialog.tsx'
import { FilterBar } from './filter-bar.tsx'
import { HandOver } from './hand-over.tsx'
import { usePeopleColumns } from './people-columns.tsx'
import type { PeopleAct } from './people-menu.tsx'
import { PolicySection } from './policy-section.tsx'
import { ResetFactorDialog } from './reset-factor-dialog.tsx'
import { UnbindDialog } from './unbind-dialog.tsx'

const route = getRouteApi('/signed-in/personas')

type Open = { act: PeopleAct | 'invite'; row: AppointmentRow | null }

/** Who is appointed to what, from when to when and by which letter; the administration appoints, ends and substitutes. */
export function PeoplePage() {
  const { institucion, funcion, estado, buscar } = route.useSearch()
  const navigate = route.useNavigate()
  const trpc = useTRPC()
  const administers = useActor().role === 'administrator'
  const [open, setOpen] = useState<Open | null>(null)
  const [handed, setHanded] = useState<{ name: string; link: string } | null>(null)
  // Dialogs that are there only while they are open give the focus back to nobody.
  useFocusReturn({ opened: open !== null || handed !== null })
  const columns = usePeopleColumns((act, row) => setOpen({ act, row }))
  const filters = {
    organisationId: institucion ?? null,
    role: ROLES.find((role) => role === funcion) ?? null,
    state: APPOINTMENT_STATES.find((state) => state === estado) ?? null,
    search: buscar ?? null,
  }
  const list = useInfiniteQuery(
    trpc.people.list.infiniteQueryOptions(
      { ...filters, limit: 50 },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const filtered = Object.values(filters).some((value) => value !== null)
  const close = () => setOpen(null)

  return (
    <>
      <PageHeader
        title="Personas y nombramientos"
        sentence="Cada persona actúa con un nombramiento: institución, función, fechas y el oficio que la designa."
        action={
          <Group gap="sm">
            <ButtonLink to="/personas/suplencias" variant="default">
              Suplencias
            </ButtonLink>
            <ButtonLink to="/seguridad/proveedores" variant="default">
              Proveedores de identidad
            </ButtonLink>
            {administers && (
              <Button
                leftSection={<IconUserPlus size={16} aria-hidden />}
                onClick={() => setOpen({ act: 'invite', row: null })}
              >
                Nombrar a una persona
              </Button>
            )}
          </Group>
        }
      />
      <FilterBar
        of="las personas"
        filters={filters}
        exportPath="/exports/people.csv"
        onChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }) })}
      />
      {list.error && !list.data && <QueryFailure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingRows rows={6} label="Cargando las personas…" />}
      {list.data && rows.length === 0 && (
        <EmptyState title={filtered ? 'Nadie coincide con los filtros' : 'Todavía no hay nombramientos'}>
          {filtered ? 'Quite un filtro para ver a los demás.' : 'Nombre a la primera persona con su oficio.'}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <DataTable
            caption="Personas y nombramientos"
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            narrow="stack"
          />
          <KeysetPager
            shown={rows.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </>
      )}
      <PolicySection />
      {(open?.act === 'invite' || open?.act === 'substitute') && (
        <AppointDialog before={open.row} onClose={close} onLink={setHanded} />
      )}
      {open?.act === 'delegate' && open.row && <DelegateDialog holder={open.row} onClose={close} />}
      {open?.act === 'end' && open.row && <EndDialog row={open.row} onClose={close} />}
      {open?.act === 'offer_access' && open.row && <AccessDialog row={open.row} onClose={close} onLink={setHanded} />}
      {open?.act === 'reset_second_factor' && open.row && <ResetFactorDialog row={open.row} onClose={close} />}
      {open?.act === 'unbind' && open.row?.provider && (
        <UnbindDialog person={open.row.person} provider={open.row.provider} onClose={close} />
      )}
      {handed && <HandOver {...handed} onClose={() => setHanded(null)} />}
    </>
  )
}
