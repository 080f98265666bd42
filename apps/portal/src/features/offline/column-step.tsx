import { Button, Group, NativeSelect, SegmentedControl } from '@mantine/core'
import type { ColumnChoice, FoundTableView } from '@portal/contracts'
import {
  columnLetter,
  OBSERVATION_TYPE_NAMES,
  OBSERVATION_TYPES,
  OFFLINE_FIELD_NAMES,
  OFFLINE_FIELDS,
} from '@portal/domain'
import { FieldError } from '@portal/ui'
import { useState } from 'react'
import { chosenColumns, keepColumns, startingColumns, type Columns } from './column-choice.ts'

const NOT_USED = ''
const FIELDS = [
  { value: NOT_USED, label: 'No se usa' },
  ...OFFLINE_FIELDS.map((value) => ({ value, label: OFFLINE_FIELD_NAMES[value] })),
]
const EDITORIAL = [
  { value: 'form', label: OBSERVATION_TYPE_NAMES.form },
  { value: 'spelling', label: OBSERVATION_TYPE_NAMES.spelling },
]
const TYPES = OBSERVATION_TYPES.map((value) => ({ value, label: OBSERVATION_TYPE_NAMES[value] }))

type Props = { tables: readonly FoundTableView[]; onChoose: (choice: ColumnChoice) => void }

/** Which column holds what, in a file that is not the portal's own: suggested by its headers, corrected by the person. */
export function ColumnStep({ tables, onChoose }: Props) {
  const [sheet, setSheet] = useState(tables[0]?.sheet ?? '')
  const table = tables.find((one) => one.sheet === sheet)
  return (
    <>
      <p>
        El archivo no es el que se descarga de esta ronda, o cambiaron sus encabezados. Diga qué contiene cada columna;
        se recuerda en este equipo para el próximo archivo con los mismos encabezados.
      </p>
      {tables.length > 1 && (
        <NativeSelect
          label="Hoja"
          w="fit-content"
          mb="sm"
          data={tables.map((one) => one.sheet)}
          value={sheet}
          onChange={(event) => setSheet(event.currentTarget.value)}
        />
      )}
      {table && <TableColumns key={table.sheet} table={table} onChoose={onChoose} />}
    </>
  )
}

function TableColumns({ table, onChoose }: { table: FoundTableView; onChoose: Props['onChoose'] }) {
  const [columns, setColumns] = useState<Columns>(() => startingColumns(table))
  const [editorial, setEditorial] = useState<ColumnChoice['editorial']>('form')
  const [type, setType] = useState<(typeof OBSERVATION_TYPES)[number]>('substance')
  const [error, setError] = useState<string | null>(null)
  const typed = Object.values(columns).includes('type')
  const choose = () => {
    const chosen = chosenColumns(columns)
    if (typeof chosen === 'string') return setError(chosen)
    keepColumns(table, columns)
    onChoose({
      sheet: table.sheet,
      headerLine: table.headerLine,
      columns: chosen,
      editorial,
      type: typed ? null : type,
    })
  }
  return (
    <>
      <ul className="offline-columns" aria-label="Columnas del archivo" aria-describedby="columnas-error">
        {table.columns.map(({ column, header, samples }) => (
          <li key={column}>
            <NativeSelect
              label={header.trim() === '' ? `Columna ${columnLetter(column)}` : header}
              data={FIELDS}
              value={columns[column] ?? NOT_USED}
              onChange={(event) => {
                const field = OFFLINE_FIELDS.find((one) => one === event.currentTarget.value)
                setColumns((before) => ({ ...before, [column]: field }))
                setError(null)
              }}
            />
            <p className="offline-samples">{samples.length === 0 ? 'Vacía' : samples.join(' · ')}</p>
          </li>
        ))}
      </ul>
      {typed && table.editorial && (
        <Choice label="«ed» (editorial) se toma como" data={EDITORIAL} value={editorial} onChange={setEditorial} />
      )}
      {!typed && <Choice label="Tipo de todos los renglones" data={TYPES} value={type} onChange={setType} />}
      <FieldError id="columnas-error">{error}</FieldError>
      <Group mt="sm">
        <Button onClick={choose}>Ver los renglones</Button>
      </Group>
    </>
  )
}

function Choice<Value extends string>({
  label,
  data,
  value,
  onChange,
}: {
  label: string
  data: { value: string; label: string }[]
  value: Value
  onChange: (value: Value) => void
}) {
  return (
    <div role="group" aria-label={label} className="offline-choice">
      <span aria-hidden>{label}</span>
      <SegmentedControl
        size="xs"
        aria-label={label}
        data={data}
        value={value}
        onChange={(next) => onChange(next as Value)}
      />
    </div>
  )
}
