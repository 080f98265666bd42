import { Button, Group } from '@mantine/core'
import type { ProviderRow } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { Moment, StatusBadge, type Column } from '@portal/ui'
import { IconCircleCheck, IconPlayerPause } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useNameOf } from '../../lib/organisations.ts'

export type ProviderAct = ProviderRow['allowed'][number]

const ACTS = { edit: 'Cambiar', suspend: 'Suspender', resume: 'Reanudar' } as const satisfies Record<
  ProviderAct,
  string
>

/** Proveedor · Instituciones · Dominios · Estado · Entrada · Personas · Actos. */
export function useProviderColumns(onAct: (act: ProviderAct, row: ProviderRow) => void): Column<ProviderRow>[] {
  const nameOf = useNameOf()
  return [
    {
      key: 'provider',
      header: 'Proveedor',
      width: '28%',
      cell: ({ id, name, issuer }) => (
        <>
          <Link to="/bitacora/$recordId" params={{ recordId: id }}>
            {name}
          </Link>
          <div className="ui-quiet">{issuer}</div>
        </>
      ),
    },
    {
      key: 'organisations',
      header: 'Instituciones',
      cell: ({ organisationIds }) => organisationIds.map(nameOf).join(', '),
    },
    { key: 'domains', header: 'Dominios', cell: ({ domains }) => domains.join(', ') },
    { key: 'state', header: 'Estado', cell: (row) => <State {...row} /> },
    {
      key: 'exclusive',
      header: 'Entrada',
      cell: ({ exclusive }) => (exclusive ? 'Solo por el proveedor' : 'También con contraseña'),
    },
    { key: 'people', header: 'Personas', align: 'end', cell: ({ people }) => formatCount(people) },
    { key: 'acts', header: 'Actos', nowrap: true, cell: (row) => <Acts row={row} onAct={onAct} /> },
  ]
}

function State({ suspendedAt }: ProviderRow) {
  if (suspendedAt === null) return <StatusBadge icon={IconCircleCheck} tone="good" label="En uso" plain />
  return (
    <>
      <StatusBadge icon={IconPlayerPause} tone="warn" label="Suspendido" plain />
      <div className="ui-quiet">
        <Moment at={suspendedAt} />
      </div>
    </>
  )
}

function Acts({ row, onAct }: { row: ProviderRow; onAct: (act: ProviderAct, row: ProviderRow) => void }) {
  if (row.allowed.length === 0) return <span className="ui-quiet">Ninguno</span>
  return (
    <Group gap={4} wrap="nowrap">
      {row.allowed.map((act) => (
        <Button
          key={act}
          variant="default"
          size="compact-sm"
          aria-label={`${ACTS[act]}: ${row.name}`}
          onClick={() => onAct(act, row)}
        >
          {ACTS[act]}
        </Button>
      ))}
    </Group>
  )
}
