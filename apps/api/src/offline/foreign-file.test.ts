import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ColumnChoice } from '@portal/contracts'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview } from '../../testing/review.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { smallWorkbook } from '../../testing/small-workbook.ts'
import { keptWorkbook } from './kept-workbook.ts'

const CHIAPAS = people.liaison('chis')
const ISO = [
  'MB/NC',
  'Line number',
  'Clause/ Subclause',
  'Paragraph/ Figure/ Table',
  'Type of comment',
  'Comments',
  'Proposed change',
  'Observations of the secretariat',
]

let product: TestProduct
let server: TestServer
let review: Awaited<ReturnType<typeof aReview>>
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  review = await aReview(product, { recipients: ['chis'] })
  await review.start(CHIAPAS)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

const kept = async (bytes: Uint8Array, name = 'comentarios.xlsx') =>
  (await keptWorkbook(product.deps, product.person(CHIAPAS), name, Readable.from([bytes]))).id
const preview = (uploadId: string, choice: ColumnChoice | null) =>
  product.as(CHIAPAS).offline.preview({ roundId: review.roundId, uploadId, choice })
const CHOICE: ColumnChoice = {
  sheet: 'Comments',
  headerLine: 2,
  columns: { clause: 2, place: 3, type: 4, rationale: 5, shouldSay: 6 },
  editorial: 'spelling',
  type: null,
}

test('a file in the columns of ISO’s comment form is mapped with help, and taken once', async () => {
  const lines = [
    ['MX', '3', '1.1', 'Tabla 1', 'te', 'Falta la medida', '380 mm', ''],
    ['MX', '', 'Numeral 2.1.', '', 'ed', 'Acento', 'según', 'Accepted'],
  ]
  const uploadId = await kept(smallWorkbook('Comments', [['Template for comments'], ISO, ...lines]))
  const columns = await preview(uploadId, null)
  if (columns.kind !== 'columns') throw new Error('its columns were taken for ours')
  const [table] = columns.tables
  expect(table).toMatchObject({ sheet: 'Comments', headerLine: 2, editorial: true })
  expect(table?.columns.map(({ suggested }) => suggested)).toEqual([
    null,
    null,
    'clause',
    'place',
    'type',
    'rationale',
    'shouldSay',
    null,
  ])

  const read = await preview(uploadId, CHOICE)
  if (read.kind !== 'rows') throw new Error('the rows are not read')
  expect(read.rows).toMatchObject([
    {
      status: 'new',
      texts: { place: '1.1', type: 'substance', rationale: 'Lugar dentro del numeral: Tabla 1\nFalta la medida' },
    },
    { status: 'new', texts: { place: '2.1', type: 'spelling', shouldSay: 'según' } },
  ])
  const rows = read.rows.map(({ line, seen }) => ({ line, seen }))
  await product.as(CHIAPAS).offline.take({ key: randomUUID(), roundId: review.roundId, uploadId, choice: CHOICE, rows })
  const again = await kept(smallWorkbook('Comments', [['Otra vez'], ISO, ...lines.toReversed()]))
  expect(await preview(again, CHOICE)).toMatchObject({ rows: [{ status: 'unchanged' }, { status: 'unchanged' }] })
  expect((await review.list(CHIAPAS)).map(({ type }) => type)).toEqual(['substance', 'spelling'])
})

test('formulas, merged cells and numbers that may be another numeral are told by their cell', async () => {
  await product.query(`UPDATE clause SET citation = '2.10' WHERE id = $1`, [review.clauseIds[2]])
  const formula = { xml: '<f>HYPERLINK("http://example.com","x")</f><v>1</v>' }
  const rows = [
    ['Título'],
    ISO,
    ['', '', '1.1', '', 'ge', formula, 'x'],
    ['', '', 2.1, '', 'ge', 'a', 'x'],
    ['', '', '1.1', '', 'ge', 'b', 'x'],
  ]
  const merged = '<mergeCells count="1"><mergeCell ref="F5:F6"/></mergeCells>'
  const read = await preview(await kept(smallWorkbook('Comments', rows, merged)), CHOICE)
  if (read.kind !== 'rows') throw new Error('the rows are not read')
  expect(
    read.rows.map(({ line, problems }) => [line, problems.map(({ code, cell }) => `${cell} ${code}`).join()]),
  ).toEqual([
    [3, 'F3 FORMULA'],
    [4, 'C4 CLAUSE_AMBIGUOUS'],
    [5, 'F5 MERGED'],
  ])
})

test('a sheet that is not there, or has no table, is refused', async () => {
  const uploadId = await kept(smallWorkbook('Comments', [['sólo'], ['una'], ['columna']]))
  await expectRefusal(preview(uploadId, null), { code: 'OFFLINE_NO_TABLE' })
  await expectRefusal(preview(uploadId, { ...CHOICE, sheet: 'Otra' }), { code: 'OFFLINE_NO_TABLE' })
})

test('over HTTP only an OPL brings a workbook, and what is none, or a bomb, is not kept', async () => {
  const send = async (who: string, body: Uint8Array<ArrayBuffer>) => {
    const answer = await fetch(`${server.origin}/files/workbooks?name=observaciones.xlsx`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        origin: product.deps.publicUrl,
        cookie: await server.cookieOf(who),
      },
      body,
    })
    return [answer.status, ((await answer.json()) as { refusal?: { code: string } }).refusal?.code ?? 'kept']
  }
  const good = new Uint8Array(smallWorkbook('Hoja', [['Dice', 'Tipo']]))
  expect(await send(CHIAPAS, good)).toEqual([200, 'kept'])
  expect(await send(people.COORDINATOR, good)).toEqual([403, 'FORBIDDEN'])
  const bomb = zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/workbook.xml': new Uint8Array(100 * 1024 * 1024) })
  expect(await send(CHIAPAS, new Uint8Array(bomb))).toEqual([413, 'TOO_LARGE'])
  expect(await send(CHIAPAS, new Uint8Array(strToU8('no es un libro')))).toEqual([415, 'NOT_XLSX'])
  expect(await send(CHIAPAS, new Uint8Array())).toEqual([422, 'EMPTY'])
  expect(await send(CHIAPAS, new Uint8Array(zipSync({ 'a.txt': strToU8('a') })))).toEqual([415, 'NOT_XLSX'])
})
