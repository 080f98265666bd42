import { DISPOSITION_NAMES, DISPOSITIONS, formatCount, type Disposition } from '@portal/domain'
import { DataTable, LoadingRows, type Column } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useNameOf, useOrganisations } from '../../lib/organisations.ts'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { countMatrix, type Counted } from './count-matrix.ts'

/** How many observations of each OPL had each outcome; every number leads to its rows. */
export function MatrixCounts({ roundId }: { roundId: string }) {
  const trpc = useTRPC()
  const nameOf = useNameOf()
  const order = useOrganisations()?.map(({ id }) => id) ?? []
  const board = useQuery(trpc.rounds.board.queryOptions({ id: roundId }))
  if (board.error && !board.data) return <QueryFailure error={board.error} onRetry={() => void board.refetch()} />
  if (!board.data) return <LoadingRows rows={4} label="Contando las observaciones…" />

  const number = (count: number, opl: string | null, sentido?: Disposition) =>
    count === 0 ? (
      '0'
    ) : (
      <Link
        to="/rondas/$roundId/matriz"
        params={{ roundId }}
        search={(before) => ({ vista: before.vista, opl: opl ?? undefined, sentido })}
        hash="renglones"
        aria-label={`${formatCount(count)}: ${opl === null ? 'todos los OPL' : nameOf(opl)}${sentido ? `, ${DISPOSITION_NAMES[sentido]}` : ''}`}
      >
        {formatCount(count)}
      </Link>
    )
  const columns: Column<Counted>[] = [
    {
      key: 'opl',
      header: 'OPL',
      cell: ({ organisationId }) => (organisationId === null ? <strong>Total</strong> : nameOf(organisationId)),
    },
    ...DISPOSITIONS.map((disposition): Column<Counted> => ({
      key: disposition,
      header: DISPOSITION_NAMES[disposition],
      align: 'end',
      cell: ({ organisationId, counts }) => number(counts[disposition], organisationId, disposition),
    })),
    {
      key: 'total',
      header: 'Total',
      align: 'end',
      cell: ({ organisationId, total }) => number(total, organisationId),
    },
  ]
  return (
    <DataTable
      caption="Observaciones por OPL y sentido"
      columns={columns}
      rows={countMatrix(board.data, order)}
      rowKey={({ organisationId }) => organisationId ?? 'total'}
      narrow="stack"
    />
  )
}
