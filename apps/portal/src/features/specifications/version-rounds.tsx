import type { RoundRow, VersionView } from '@portal/contracts'
import { DataTable, DueCell, Moment, RoundStatusBadge, TurnCell, type Column } from '@portal/ui'
import { Link } from '@tanstack/react-router'
import { useNow } from '../../lib/clock.tsx'
import { useNameOf } from '../../lib/organisations.ts'

/** The rounds of this version: Estado · Le toca a · Desde · Vence. */
export function VersionRounds({ version }: { version: VersionView }) {
  const now = useNow()
  const nameOf = useNameOf()
  if (version.rounds.length === 0) return null
  const columns: Column<RoundRow>[] = [
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
    { key: 'answered', header: 'Contestaron', cell: ({ answered, recipients }) => `${answered} de ${recipients}` },
    { key: 'status', header: 'Estado', nowrap: true, cell: ({ status }) => <RoundStatusBadge status={status} plain /> },
    {
      key: 'turn',
      header: 'Le toca a',
      cell: ({ turn, status }) =>
        turn.length === 0 && status === 'open' ? 'Otros OPL' : <TurnCell turn={turn} nameOf={nameOf} />,
    },
    { key: 'since', header: 'Desde', nowrap: true, cell: ({ statusSince }) => <Moment at={statusSince} /> },
    { key: 'due', header: 'Vence', nowrap: true, cell: ({ due }) => <DueCell due={due} now={now} /> },
  ]
  return (
    <section aria-labelledby="rondas">
      <h2 id="rondas">Rondas de revisión</h2>
      <DataTable
        caption="Rondas de revisión"
        columns={columns}
        rows={version.rounds}
        rowKey={(row) => row.id}
        narrow="stack"
      />
    </section>
  )
}
