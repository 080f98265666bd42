import type { ApiInputs } from '@portal/api'
import type { OfflinePreview, OfflineRowView } from '@portal/contracts'
import { anActor, aRound, sampleId } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'

const ROUND = sampleId(50)
const URL = `/rondas/${ROUND}/sin-conexion`
const FILE = sampleId(60)
const PATIENCE = { timeout: 15_000 }

const texts = {
  place: '2.1',
  type: 'form' as const,
  says: 'ancho',
  shouldSay: 'anchura',
  rationale: '',
  legalBasis: '',
}
const row = (line: number, change: Partial<OfflineRowView> = {}): OfflineRowView => ({
  line,
  status: 'new',
  seen: null,
  texts,
  before: null,
  problems: [],
  ...change,
})
const ROWS = [
  row(5),
  row(6, { status: 'changed', seen: 2, before: { ...texts, shouldSay: 'largo' } }),
  row(7, { status: 'conflict', seen: 4, before: { ...texts, says: 'otra cosa' } }),
  row(8, { status: 'refused', problems: [{ code: 'CLAUSE_UNKNOWN', cell: 'C8', limit: null }] }),
  row(9, { status: 'unchanged', seen: 1, before: texts }),
]

beforeEach(() => localStorage.clear())

function open(preview: OfflinePreview | ((input: ApiInputs['offline']['preview']) => OfflinePreview), url: string) {
  const taken: ApiInputs['offline']['take'][] = []
  const view = renderRoute(url, {
    actor: anActor('opl_liaison', 'chis'),
    stubs: {
      rounds: { get: () => aRound({ id: ROUND, ownResponseId: sampleId(51) }) },
      offline: {
        preview: (input) => (typeof preview === 'function' ? preview(input) : preview),
        take: (input) => {
          taken.push(input)
          return { recordId: sampleId(51), recordVersion: 1, folio: null, code: null }
        },
      },
    },
  })
  return { ...view, taken }
}

test('the round is downloaded whole, and where the file goes is said before there is one', async () => {
  open({ kind: 'rows', rows: [] }, URL)
  expect(await screen.findByRole('link', { name: 'Descargar la ronda' }, PATIENCE)).toHaveAttribute(
    'href',
    `/exports/rounds/${ROUND}/offline.zip`,
  )
  expect(screen.getByRole('button', { name: 'Elegir libro de Excel' })).toBeVisible()
  expect(screen.queryByRole('heading', { name: '3. Revisar y confirmar' })).toBeNull()
})

test('each row says what becomes of it; only what is confirmed is taken, a conflict only on purpose', async () => {
  const { user, taken } = open({ kind: 'rows', rows: ROWS }, `${URL}?archivo=${FILE}`)
  const list = await screen.findByRole('list', { name: 'Renglones del archivo' }, PATIENCE)
  expect(list).toHaveTextContent('C8: ese numeral no está en la versión de esta ronda.')
  expect(list).toHaveTextContent('Debe decir[se elimina: largo][se agrega: anchura]')
  expect(screen.getByRole('checkbox', { name: 'Tomar el renglón 7' })).not.toBeChecked()
  expect(screen.queryByRole('checkbox', { name: 'Tomar el renglón 8' })).toBeNull()

  await user.click(screen.getByRole('checkbox', { name: 'Tomar el renglón 7' }))
  await user.click(screen.getByRole('checkbox', { name: 'Tomar el renglón 5' }))
  await user.click(screen.getByRole('button', { name: 'Tomar 2 renglones como borradores' }))
  expect(await screen.findByText('Los renglones quedaron como borradores. Falta enviarlos.')).toBeVisible()
  expect(taken[0]).toMatchObject({
    roundId: ROUND,
    uploadId: FILE,
    choice: null,
    rows: [
      { line: 6, seen: 2 },
      { line: 7, seen: 4 },
    ],
  })
})

test('a status is a filter of the address', async () => {
  const { user, router } = open({ kind: 'rows', rows: ROWS }, `${URL}?archivo=${FILE}`)
  await user.click(await screen.findByRole('radio', { name: 'No se toma 1' }, PATIENCE))
  expect(router.state.location.search).toMatchObject({ archivo: FILE, estado: 'refused' })
  expect(within(screen.getByRole('list', { name: 'Renglones del archivo' })).getByText('Renglón 8')).toBeVisible()
  expect(screen.queryByText('Renglón 5')).toBeNull()
})

test('what the columns of another file hold is suggested, corrected and remembered', async () => {
  const asked: ApiInputs['offline']['preview'][] = []
  const column = (at: number, header: string, suggested: 'clause' | 'type' | 'rationale' | null) => ({
    column: at,
    header,
    samples: ['ejemplo'],
    suggested,
  })
  const columns = [
    column(0, 'MB/NC', null),
    column(1, 'Clause', 'clause'),
    column(2, 'Type', 'type'),
    column(3, 'Remarks', null),
  ]
  const tables = [{ sheet: 'Hoja', headerLine: 2, editorial: true, columns }]
  const preview = (input: ApiInputs['offline']['preview']): OfflinePreview => {
    asked.push(input)
    return input.choice === null ? { kind: 'columns', tables } : { kind: 'rows', rows: [row(3)] }
  }
  const { user } = open(preview, `${URL}?archivo=${FILE}`)
  expect(await screen.findByRole('combobox', { name: 'Clause' }, PATIENCE)).toHaveValue('clause')
  await user.click(screen.getByRole('button', { name: 'Ver los renglones' }))
  expect(screen.getByRole('alert')).toHaveTextContent('Falta decir en qué columnas está el texto')

  await user.selectOptions(screen.getByRole('combobox', { name: 'Remarks' }), 'Justificación')
  await user.click(screen.getByRole('radio', { name: 'Ortografía' }))
  await user.click(screen.getByRole('button', { name: 'Ver los renglones' }))
  expect(await screen.findByText('Renglón 3')).toBeVisible()
  expect(asked.at(-1)?.choice).toEqual({
    sheet: 'Hoja',
    headerLine: 2,
    columns: { clause: 1, type: 2, rationale: 3 },
    editorial: 'spelling',
    type: null,
  })
  await user.click(screen.getByRole('button', { name: 'Cambiar las columnas' }))
  expect(await screen.findByRole('combobox', { name: 'Remarks' })).toHaveValue('rationale')
})
