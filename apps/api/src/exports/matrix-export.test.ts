import { inflateRawSync } from 'node:zlib'
import { matrixHash } from '@portal/documents'
import { fastify } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { aReview } from '../../testing/review.ts'
import { answerErrors } from '../http/answers.ts'
import { Refused } from '../refused.ts'
import { closeDueRounds } from '../rounds/close-due-rounds.ts'
import { allMatrixRows } from '../rounds/matrix-rows.ts'
import { matrixOfRound } from './matrix-of-round.ts'
import { MatrixFilters } from './matrix-filters.ts'
import { exportRoutes } from './routes.ts'

const CHIAPAS = people.liaison('chis')
const YUCATAN = people.liaison('yuc')

let product: TestProduct
let review: Awaited<ReturnType<typeof aReview>>
beforeAll(async () => {
  product = await createTestProduct()
  review = await aReview(product, { recipients: ['chis', 'yuc'] })
  await review.start(CHIAPAS)
  await review.draft(CHIAPAS, { shouldSay: '=2+2 texto de Chiapas' })
  await review.draft(CHIAPAS, { type: 'spelling', shouldSay: 'otra de Chiapas' })
  await review.send(CHIAPAS)
  await review.start(YUCATAN)
  await review.draft(YUCATAN, { shouldSay: 'borrador de Yucatán' })
})
afterAll(() => product.end())

/** All that the sheets of a workbook say, without its formatting. */
async function textOf(who: string): Promise<string> {
  const { bytes } = await matrixOfRound(product.deps, product.person(who), review.roundId, 'xlsx')
  return partsOf(Buffer.from(bytes)).join('\n')
}

type Extracted = {
  rows: { id: string; opl: string; says: string }[]
  hash: string
  publishedHash: string
  extract: string
}

/** The same as data, under filters of the address. */
async function dataOf(who: string, filters: Record<string, string> = {}): Promise<Extracted> {
  const filter = MatrixFilters.parse(filters)
  const { bytes } = await matrixOfRound(product.deps, product.person(who), review.roundId, 'json', filter)
  return JSON.parse(Buffer.from(bytes).toString()) as Extracted
}

/** The text of the parts of a ZIP archive, read from its own directory. */
function partsOf(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const parts: string[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    parts.push((zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString())
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}

test('the matrix holds what the actor may see: outcomes and the others only once it is published', async () => {
  const { name } = await matrixOfRound(product.deps, product.person(CHIAPAS), review.roundId, 'xlsx')
  expect(name).toBe('matriz-ronda-1.xlsx')
  expect(await textOf(CHIAPAS)).toContain('=2+2 texto de Chiapas')
  expect(await textOf(YUCATAN)).not.toContain('Chiapas')
  for (const who of [CHIAPAS, YUCATAN, people.COORDINATOR]) expect(await textOf(who)).not.toContain('borrador')

  product.clock.set((await review.round()).due ?? '')
  await closeDueRounds(product.deps)
  await review.disposeAll()
  expect(await textOf(people.COORDINATOR)).toContain('Procede')
  expect(await textOf(CHIAPAS)).not.toContain('Procede')

  await product.as(people.COORDINATOR).rounds.propose(await review.onRound())
  const { code } = await product.as(people.DERFE_HEAD).rounds.validate(await review.onRound())
  const published = await textOf(YUCATAN)
  for (const words of ['texto de Chiapas', 'Procede', 'Ortografía', `/verificar/${code}`]) {
    expect(published).toContain(words)
  }
  // The hash that was certified is that of the rows that everybody now exports.
  const { matrixHash: certified } = await review.round()
  expect(matrixHash({ rows: await allMatrixRows(product.reader, review.roundId, product.clock.now()) })).toBe(certified)
  expect(published).toContain(certified)
})

test('an extract holds what the filters of the address leave, and names the whole matrix', async () => {
  const whole = await dataOf(people.COORDINATOR)
  expect([whole.extract, whole.publishedHash]).toEqual([null, whole.hash])
  const [clauseId = ''] = review.clauseIds
  for (const [filters, words, count] of [
    [{ opl: 'chis' }, 'OPL: IEPC Chiapas', 2],
    [{ opl: 'yuc' }, 'OPL: IEPAC', 0],
    [{ tipo: 'spelling' }, 'Tipo: Ortografía', 1],
    [{ numeral: clauseId, sentido: 'accepted' }, 'Numeral: 1.1 · Sentido: Procede', 2],
    [{ numeral: review.clauseIds[1] ?? '' }, 'Numeral: 2.1', 0],
    [{ sentido: 'sin-sentido' }, 'Sentido: Sin sentido', 0],
  ] as const) {
    const extract = await dataOf(CHIAPAS, filters)
    expect(extract.extract).toBe(words)
    expect(extract.rows).toHaveLength(count)
    expect(whole.rows).toEqual(expect.arrayContaining(extract.rows))
    expect(extract.publishedHash).toBe(whole.hash)
    expect(extract.hash === whole.hash).toBe(count === whole.rows.length)
  }
})

test('a filter that names nothing of the round is refused, not answered with an empty matrix', async () => {
  const other = await aReview(product, { recipients: ['jal'] })
  for (const filters of [{ opl: 'jal' }, { opl: 'derfe' }, { numeral: other.clauseIds[0] ?? '' }]) {
    await expect(dataOf(people.COORDINATOR, filters)).rejects.toMatchObject({ refusal: { code: 'NOT_FOUND' } })
  }
})

test('before they are shown, no filter tells of outcomes', async () => {
  const other = await aReview(product, { recipients: ['jal'] })
  const jalisco = people.liaison('jal')
  await other.start(jalisco)
  await other.draft(jalisco)
  await other.send(people.oplHead('jal'))
  product.clock.set((await other.round()).due ?? '')
  await closeDueRounds(product.deps)
  await other.disposeAll()
  const count = async (who: string, sentido: string) => {
    const filter = MatrixFilters.parse({ sentido })
    const { bytes } = await matrixOfRound(product.deps, product.person(who), other.roundId, 'json', filter)
    return (JSON.parse(Buffer.from(bytes).toString()) as Extracted).rows.length
  }
  expect([await count(people.COORDINATOR, 'accepted'), await count(people.COORDINATOR, 'sin-sentido')]).toEqual([1, 0])
  expect([await count(jalisco, 'accepted'), await count(jalisco, 'sin-sentido')]).toEqual([0, 1])
})

test('over HTTP it is a file to keep, of who is signed in and sees the round', async () => {
  const app = fastify()
  answerErrors(app)
  let who: string | null = CHIAPAS
  const actorOf = async () => {
    if (who === null) throw new Refused({ code: 'NOT_SIGNED_IN' })
    return product.person(who)
  }
  exportRoutes(app, { deps: product.deps, actorOf })
  const get = (id: string, format = 'xlsx', query = '') => app.inject(`/exports/rounds/${id}/matrix.${format}${query}`)

  const answer = await get(review.roundId)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="matriz-ronda-1.xlsx"',
    'cache-control': 'private, no-store',
  })
  expect(partsOf(answer.rawPayload).join('')).toContain('Matriz de observaciones')
  const extract = await get(review.roundId, 'json', '?opl=chis')
  expect(extract.headers['content-disposition']).toBe('attachment; filename="matriz-ronda-1-extracto.json"')
  expect(extract.headers['content-type']).toBe('application/json; charset=utf-8')
  const pdf = await get(review.roundId, 'pdf')
  expect([pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-'])
  const docx = await get(review.roundId, 'docx')
  expect(docx.headers['content-type']).toContain('wordprocessingml.document')
  expect(partsOf(docx.rawPayload).join('')).toContain('texto de Chiapas')
  for (const query of ['?opl=jal', '?sentido=otro', '?numeral=1.1']) {
    expect((await get(review.roundId, 'json', query)).json()).toMatchObject({ refusal: { code: 'NOT_FOUND' } })
  }
  expect((await get('nothing')).statusCode).toBe(404)
  for (who of [people.liaison('pue'), people.ADMINISTRATOR]) {
    expect((await get(review.roundId)).json()).toMatchObject({ refusal: { code: 'NOT_FOUND' } })
  }
  who = null
  expect((await get(review.roundId)).statusCode).toBe(401)
  await app.close()
})
