import type { ObservationView } from '@portal/contracts'
import { DataTable } from '@portal/ui'
import { useMemo, type ReactNode } from 'react'
import { observationColumns, type ObservationColumn } from './observation-columns.tsx'
import './observation-table.css'

/** Observations one per row, with the columns of the matrix that `columns` names, in its order. */
export function ObservationTable({
  caption,
  rows,
  columns,
  link,
}: {
  caption: string
  rows: readonly ObservationView[]
  columns: readonly ObservationColumn[]
  /** Makes the number lead to the observation. */
  link?: (observation: ObservationView, label: string) => ReactNode
}) {
  const shown = useMemo(() => observationColumns(columns, link), [columns, link])
  return (
    <div className="observations-table">
      <DataTable caption={caption} columns={shown} rows={rows} rowKey={({ id }) => id} narrow="stack" tall />
    </div>
  )
}
