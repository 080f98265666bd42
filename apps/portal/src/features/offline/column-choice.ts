import type { ColumnChoice, FoundTableView } from '@portal/contracts'
import { OFFLINE_FIELD_NAMES, OFFLINE_FIELDS, type OfflineField } from '@portal/domain'

/** What each column holds, by its number; one that is not there is not used. */
export type Columns = Readonly<Record<number, OfflineField | undefined>>

/** Remembered on this device for files with the same headers; else as the portal suggests. */
export function startingColumns(table: FoundTableView): Columns {
  const kept = keptColumns(table)
  return Object.fromEntries(
    table.columns.map(({ column, header, suggested }) => [
      column,
      kept === null ? (suggested ?? undefined) : OFFLINE_FIELDS.find((field) => field === kept[header]),
    ]),
  )
}

/** The columns as they are sent, or what is still missing of them. */
export function chosenColumns(columns: Columns): ColumnChoice['columns'] | string {
  const chosen: ColumnChoice['columns'] = {}
  for (const [column, field] of Object.entries(columns)) {
    if (field === undefined) continue
    if (chosen[field] !== undefined) return `Dos columnas dicen contener «${OFFLINE_FIELD_NAMES[field]}»: deje una.`
    chosen[field] = Number(column)
  }
  if (chosen.clause === undefined) return 'Falta decir en qué columna está el numeral.'
  if (TEXTS.every((field) => chosen[field] === undefined)) {
    return 'Falta decir en qué columnas está el texto: «Dice», «Debe decir» o «Justificación».'
  }
  return chosen
}

const TEXTS = ['says', 'shouldSay', 'rationale'] as const

const keyOf = ({ columns }: FoundTableView): string => `columnas/${JSON.stringify(columns.map(({ header }) => header))}`

export function keepColumns(table: FoundTableView, columns: Columns): void {
  const byHeader = Object.fromEntries(table.columns.map(({ column, header }) => [header, columns[column]]))
  try {
    localStorage.setItem(keyOf(table), JSON.stringify(byHeader))
  } catch {
    // A full or forbidden storage: the next file is suggested anew.
  }
}

function keptColumns(table: FoundTableView): Record<string, unknown> | null {
  try {
    const kept = localStorage.getItem(keyOf(table))
    return kept === null ? null : (JSON.parse(kept) as Record<string, unknown>)
  } catch {
    return null
  }
}
