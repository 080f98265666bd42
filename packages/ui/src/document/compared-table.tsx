import { compareTables, isChangedCell, type ClauseTable, type ComparedRow } from '@portal/domain'
import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import classes from './document.module.css'
import { TrackedText } from './tracked-preview.tsx'

const ROW_SIGNS = {
  added: { icon: IconPlus, word: 'Renglón agregado' },
  removed: { icon: IconMinus, word: 'Renglón eliminado' },
  changed: { icon: IconPencil, word: 'Renglón modificado' },
} as const

/** A table of two versions cell by cell: each row says in its first column what became of it. */
export function ComparedTable({ before, after, label }: { before: ClauseTable; after: ClauseTable; label: string }) {
  const rows = useMemo(() => compareTables(before, after), [before, after])
  return (
    <div className={classes['tableScroll']} role="region" aria-label={label} tabIndex={0}>
      <table className={classes['table']}>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} data-change={changeOf(row)}>
              <td className={classes['rowSign']}>
                <RowSign of={changeOf(row)} />
              </td>
              {row.cells.map((cell, place) => {
                const shown = cell.after ?? cell.before
                const Cell = shown?.header ? 'th' : 'td'
                return (
                  <Cell
                    key={place}
                    colSpan={shown?.columns}
                    rowSpan={shown?.rows}
                    data-changed={isChangedCell(cell) || undefined}
                  >
                    <TrackedText before={cell.before?.text ?? ''} after={cell.after?.text ?? ''} />
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

function changeOf({ change, cells }: ComparedRow): keyof typeof ROW_SIGNS | undefined {
  if (change !== 'kept') return change
  return cells.some(isChangedCell) ? 'changed' : undefined
}

function RowSign({ of }: { of: keyof typeof ROW_SIGNS | undefined }) {
  if (of === undefined) return null
  const { icon: IconOf, word } = ROW_SIGNS[of]
  return <IconOf size={14} role="img" aria-label={word} title={word} />
}
