import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './tones.css'
import './text.css'
import './data-table.css'

export type Sort<Key extends string = string> = { key: Key; direction: 'ascending' | 'descending' }

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  nowrap?: boolean
  /** CSS width of the column: `12rem`, `30%`. */
  width?: string
  sortable?: boolean
}

/**
 * A plain table with a caption, a header that stays in view, and a region that can be scrolled by keyboard. `narrow` says
 * what it does below 48em: scroll sideways, or put each row's cells under one another with their column's name.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  narrow = 'scroll',
  tall = false,
  sort,
  onSort,
}: {
  /** What the table lists; read out, not drawn. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  narrow?: 'scroll' | 'stack'
  /** Scrolls in its own height, so that the header stays in view. */
  tall?: boolean
  sort?: Sort
  onSort?: (sort: Sort) => void
}) {
  return (
    <div className="ui-table-region" role="region" aria-label={caption} tabIndex={0} data-tall={tall || undefined}>
      <table className="ui-table" role="table" aria-label={caption} data-narrow={narrow}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <td
                  key={column.key}
                  role="cell"
                  data-label={column.header}
                  data-align={column.align}
                  data-nowrap={column.nowrap || undefined}
                >
                  <div>{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}) {
  const direction = sort?.key === column.key ? sort.direction : undefined
  const style = column.width === undefined ? undefined : { width: column.width }
  if (!column.sortable || !onSort) {
    return (
      <th role="columnheader" scope="col" data-align={column.align} style={style}>
        {column.header}
      </th>
    )
  }
  const Arrow = direction === 'ascending' ? IconArrowUp : direction === 'descending' ? IconArrowDown : IconArrowsSort
  return (
    <th role="columnheader" scope="col" data-align={column.align} style={style} aria-sort={direction ?? 'none'}>
      <UnstyledButton
        className="ui-table-sort"
        onClick={() => onSort({ key: column.key, direction: direction === 'ascending' ? 'descending' : 'ascending' })}
      >
        {column.header}
        <Arrow size={13} aria-hidden />
      </UnstyledButton>
    </th>
  )
}
