import type { AppointmentRow } from '@portal/contracts'
import { ROLE_NAMES } from '@portal/domain'
import { Day, Moment, StatusBadge, type Column } from '@portal/ui'
import { Link } from '@tanstack/react-router'
import { useNameOf } from '../../lib/organisations.ts'
import { PeopleMenu, type PeopleAct } from './people-menu.tsx'
import { ACCESS_SIGNS, STATE_SIGNS } from './people-words.ts'

/** Persona · Institución · Función · Estado · Desde · Hasta · Oficio · Acceso · Actos. */
export function usePeopleColumns(onAct: (act: PeopleAct, row: AppointmentRow) => void): Column<AppointmentRow>[] {
  const nameOf = useNameOf()
  return [
    {
      key: 'person',
      header: 'Persona',
      width: '18%',
      cell: ({ id, person }) => (
        <>
          <Link to="/bitacora/$recordId" params={{ recordId: id }}>
            {person.name}
          </Link>
          <div className="ui-quiet">{person.email}</div>
        </>
      ),
    },
    {
      key: 'organisation',
      header: 'Institución',
      nowrap: true,
      cell: ({ organisationId }) => nameOf(organisationId),
    },
    { key: 'role', header: 'Función', cell: ({ role }) => ROLE_NAMES[role] },
    {
      key: 'state',
      header: 'Estado',
      nowrap: true,
      cell: ({ state }) => <StatusBadge {...STATE_SIGNS[state]} plain />,
    },
    { key: 'from', header: 'Desde', nowrap: true, cell: ({ fromDay }) => <Day date={fromDay} /> },
    { key: 'until', header: 'Hasta', cell: (row) => <End {...row} /> },
    { key: 'letter', header: 'Oficio', width: '14%', cell: (row) => <Letter {...row} /> },
    {
      key: 'access',
      header: 'Acceso',
      cell: ({ access, secondFactor, provider }) => (
        <>
          <StatusBadge {...ACCESS_SIGNS[access]} plain />
          {access === 'active' && (
            <div className="ui-quiet">{secondFactor ? 'Con segundo factor' : 'Sin segundo factor'}</div>
          )}
          {provider && <div className="ui-quiet">Cuenta de {provider.name}</div>}
        </>
      ),
    },
    { key: 'acts', header: 'Actos', nowrap: true, cell: (row) => <PeopleMenu row={row} onAct={onAct} /> },
  ]
}

function End({ untilDay, endedAt, endReason }: AppointmentRow) {
  if (endedAt !== null) {
    return (
      <>
        <Moment at={endedAt} />
        <div className="ui-quiet">{endReason}</div>
      </>
    )
  }
  return untilDay === null ? 'Sin término' : <Day date={untilDay} />
}

const Letter = ({ letter, letterFile, replaces, replacedBy }: AppointmentRow) => (
  <>
    {letter ?? 'No consta'}
    {letterFile && (
      <div>
        <a href={`/files/${letterFile.id}`} download>
          {letterFile.name}
        </a>
      </div>
    )}
    {replaces !== null && <div className="ui-quiet">En sustitución de {replaces}</div>}
    {replacedBy !== null && <div className="ui-quiet">Lo sustituye {replacedBy}</div>}
  </>
)
