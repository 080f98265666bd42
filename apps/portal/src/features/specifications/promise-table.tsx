import { Button } from '@mantine/core'
import type { PromiseRow } from '@portal/contracts'
import { actingName } from '@portal/domain'
import { DataTable, Moment, PromiseBadge, type Column } from '@portal/ui'
import { ObservationText } from '../../lib/observation-text.tsx'

/** Each promise beside the clause that keeps it, or that was looked at in vain. */
export function PromiseTable({
  rows,
  onJustify,
}: {
  rows: readonly PromiseRow[]
  /** Null for who only reads. */
  onJustify: ((promise: PromiseRow) => void) | null
}) {
  const columns: Column<PromiseRow>[] = [
    { key: 'number', header: 'No.', align: 'end', nowrap: true, cell: ({ number }) => number },
    { key: 'made', header: 'De', nowrap: true, cell: ({ madeIn, round }) => `Versión ${madeIn}, ronda ${round}` },
    { key: 'opl', header: 'OPL', nowrap: true, cell: ({ organisation }) => organisation },
    { key: 'clause', header: 'Numeral', nowrap: true, cell: ({ citation, element }) => citation ?? element ?? '–' },
    {
      key: 'agreed',
      header: 'Se acordó',
      width: '26%',
      cell: ({ agreedText }) => <ObservationText text={agreedText} />,
    },
    { key: 'result', header: 'Resultado', nowrap: true, cell: ({ result }) => <PromiseBadge result={result} plain /> },
    {
      key: 'found',
      header: 'En esta versión',
      width: '26%',
      cell: ({ found }) =>
        found ? (
          <>
            <strong>{found.citation}</strong> <ObservationText text={found.text} />
          </>
        ) : (
          'El numeral ya no está, o se observó una lámina.'
        ),
    },
    {
      key: 'why',
      header: 'Justificación',
      cell: (row) => (
        <>
          {row.justification && (
            <>
              <ObservationText text={row.justification.reason} /> {actingName(row.justification.by)},{' '}
              <Moment at={row.justification.at} />
            </>
          )}
          {onJustify && row.result === 'not_found' && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Justificar la observación ${row.number}`}
              onClick={() => onJustify(row)}
            >
              {row.justification ? 'Corregir' : 'Justificar'}
            </Button>
          )}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption="Observaciones procedentes y cómo quedaron"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      narrow="stack"
    />
  )
}
