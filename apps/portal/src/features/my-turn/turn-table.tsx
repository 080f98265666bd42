import type { MyTurnView } from '@portal/contracts'
import { ROUND_STATUSES } from '@portal/domain'
import { DataTable, DueCell, Moment, RoundStatusBadge, TurnCell, type Column } from '@portal/ui'
import { Link } from '@tanstack/react-router'
import { useNow } from '../../lib/clock.tsx'
import { useNameOf } from '../../lib/organisations.ts'

type TurnRow = MyTurnView['mine'][number]

/** Asunto · Estado · Le toca a · Desde · Vence, always in this order. */
export function TurnTable({ caption, rows }: { caption: string; rows: readonly TurnRow[] }) {
  const now = useNow()
  const nameOf = useNameOf()
  const columns: Column<TurnRow>[] = [
    {
      key: 'title',
      header: 'Asunto',
      width: '34%',
      cell: ({ recordId, title, turn }) => (
        <Link to={placeOf(turn)} params={{ roundId: recordId }}>
          {title}
        </Link>
      ),
    },
    { key: 'status', header: 'Estado', nowrap: true, cell: ({ status }) => <Status status={status} /> },
    { key: 'turn', header: 'Le toca a', width: '26%', cell: ({ turn }) => <TurnCell turn={[turn]} nameOf={nameOf} /> },
    { key: 'since', header: 'Desde', nowrap: true, cell: ({ turn }) => <Moment at={turn.since} /> },
    { key: 'due', header: 'Vence', nowrap: true, cell: ({ turn }) => <DueCell due={turn.due} now={now} /> },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ recordId, turn }) => `${recordId} ${turn.organisationId} ${turn.reason}`}
      narrow="stack"
    />
  )
}

/** Where it is done: what was referred to an area is answered at the desk. */
export const placeOf = ({ reason }: TurnRow['turn']) =>
  reason === 'answer_referral' ? '/rondas/$roundId/resolver' : '/rondas/$roundId'

/** A row says its status as text, so that records of any workflow can stand in one list. */
function Status({ status }: { status: string }) {
  const round = ROUND_STATUSES.find((known) => known === status)
  return round === undefined ? status : <RoundStatusBadge status={round} />
}
