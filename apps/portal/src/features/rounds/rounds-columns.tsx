import type { RoundRow } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { DueCell, Moment, RoundStatusBadge, TurnCell, type Column } from '@portal/ui'
import { Link } from '@tanstack/react-router'
import { useNow } from '../../lib/clock.tsx'
import { useNameOf } from '../../lib/organisations.ts'

/** Ronda · Especificación y versión · Contestaron · Estado · Le toca a · Desde · Vence. */
export function useRoundColumns(): Column<RoundRow>[] {
  const now = useNow()
  const nameOf = useNameOf()
  return [
    {
      key: 'round',
      header: 'Ronda',
      nowrap: true,
      cell: ({ id, number }) => (
        <Link to="/rondas/$roundId" params={{ roundId: id }}>
          Ronda {number}
        </Link>
      ),
    },
    {
      key: 'version',
      header: 'Especificación y versión',
      width: '30%',
      cell: ({ versionId, versionNumber, specificationTitle }) => (
        <Link to="/versiones/$versionId" params={{ versionId }}>
          {specificationTitle}, versión {versionNumber}
        </Link>
      ),
    },
    {
      key: 'answered',
      header: 'Contestaron',
      nowrap: true,
      cell: ({ answered, recipients }) => `${formatCount(answered)} de ${formatCount(recipients)}`,
    },
    { key: 'status', header: 'Estado', nowrap: true, cell: ({ status }) => <RoundStatusBadge status={status} plain /> },
    {
      key: 'turn',
      header: 'Le toca a',
      width: '24%',
      // Of an OPL the API keeps back which others are missing: an empty turn is not the end of the round.
      cell: ({ status, turn }) =>
        status === 'open' && turn.length === 0 ? 'Otros OPL' : <TurnCell turn={turn} nameOf={nameOf} />,
    },
    { key: 'since', header: 'Desde', nowrap: true, cell: ({ statusSince }) => <Moment at={statusSince} /> },
    { key: 'due', header: 'Vence', nowrap: true, cell: ({ due }) => <DueCell due={due} now={now} /> },
  ]
}
