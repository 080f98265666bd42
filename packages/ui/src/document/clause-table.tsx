import type { ClauseTable as Table } from '@portal/domain'
import { ClauseText } from './clause-text.tsx'
import classes from './document.module.css'
import type { Highlight } from './text-segments.ts'

/** A table of the document. Its clause's text is the cells separated by tabs and the rows by line feeds. */
export function ClauseTable({
  table,
  label,
  highlights,
}: {
  table: Table
  label: string
  highlights: readonly Highlight[]
}) {
  const rows = placedCells(table)
  return (
    <div className={classes['tableScroll']} role="region" aria-label={label} tabIndex={0}>
      <table className={classes['table']}>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell) => {
                const Cell = cell.header ? 'th' : 'td'
                return (
                  <Cell key={cell.start} colSpan={cell.columns} rowSpan={cell.rows}>
                    <ClauseText text={cell.text} marks={cell.marks} highlights={highlights} offset={cell.start} />
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Each cell with the offset at which its text begins in the text of the clause. */
function placedCells(table: Table) {
  let offset = 0
  return table.rows.map((row) =>
    row.cells.map((cell) => {
      const start = offset
      offset += cell.text.length + 1
      return { ...cell, start }
    }),
  )
}
