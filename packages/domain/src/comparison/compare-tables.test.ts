import { expect, test } from 'vitest'
import type { ClauseTable } from '../specification/clause.ts'
import { compareTables, isChangedCell } from './compare-tables.ts'

const tableOf = (...rows: string[][]): ClauseTable => ({
  rows: rows.map((cells) => ({
    cells: cells.map((text) => ({ text, marks: [], columns: 1, rows: 1, header: false })),
  })),
})

const seen = (before: ClauseTable, after: ClauseTable) =>
  compareTables(before, after).map(({ change, cells }) => [
    change,
    ...cells.filter(isChangedCell).map((cell) => `${cell.before?.text ?? '∅'} → ${cell.after?.text ?? '∅'}`),
  ])

const HEAD = ['Elección', 'Color', 'Pantone']

test('a cell that changed is told, in its row, wherever the row went', () => {
  const before = tableOf(HEAD, ['Presidencia', 'Café', '7530 U'], ['Senadurías', 'Rosa', '204 U'])
  const after = tableOf(
    HEAD,
    ['Presidencia', 'Café', '7531 U'],
    ['Gubernatura', 'Verde', '347 U'],
    ['Senadurías', 'Rosa', '204 U'],
  )
  expect(seen(before, after)).toEqual([
    ['kept'],
    ['kept', '7530 U → 7531 U'],
    ['added', '∅ → Gubernatura', '∅ → Verde', '∅ → 347 U'],
    ['kept'],
  ])
})

test('a column that came or went changes nothing else', () => {
  const before = tableOf(HEAD, ['Presidencia', 'Café', '7530 U'])
  const after = tableOf(['Elección', 'Pantone'], ['Presidencia', '7530 U'])
  expect(seen(before, after)).toEqual([
    ['kept', 'Color → ∅'],
    ['kept', 'Café → ∅'],
  ])
})

test('a table is itself, and an empty one all of the other', () => {
  const table = tableOf(HEAD, HEAD, ['Presidencia', 'Café', '7530 U'])
  expect(seen(table, table)).toEqual([['kept'], ['kept'], ['kept']])
  expect(seen({ rows: [] }, table).map(([change]) => change)).toEqual(['added', 'added', 'added'])
})

test('a row takes the name of its first cell with it', () => {
  const before = tableOf(['Jalisco', 'Gubernatura', '3'])
  const after = tableOf(['Puebla', 'Gubernatura', '3'], ['Jalisco', 'Diputación', '4'])
  expect(seen(before, after).map(([change]) => change)).toEqual(['added', 'kept'])
})
