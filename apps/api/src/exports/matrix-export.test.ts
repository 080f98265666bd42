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
  const { workbook } = await matrixOfRound(product.deps, product.person(who), review.roundId)
  return partsOf(Buffer.from(workbook)).join('\n')
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
  const { name } = await matrixOfRound(product.deps, product.person(CHIAPAS), review.roundId)
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

test('over HTTP it is a file to keep, of who is signed in and sees the round', async () => {
  const app = fastify()
  answerErrors(app)
  let who: string | null = CHIAPAS
  const actorOf = async () => {
    if (who === null) throw new Refused({ code: 'NOT_SIGNED_IN' })
    return product.person(who)
  }
  exportRoutes(app, { deps: product.deps, actorOf })
  const get = (id: string) => app.inject(`/exports/rounds/${id}/matrix.xlsx`)

  const answer = await get(review.roundId)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="matriz-ronda-1.xlsx"',
    'cache-control': 'private, no-store',
  })
  expect(partsOf(answer.rawPayload).join('')).toContain('Matriz de observaciones')
  expect((await get('nothing')).statusCode).toBe(404)
  for (who of [people.liaison('pue'), people.ADMINISTRATOR]) {
    expect((await get(review.roundId)).json()).toMatchObject({ refusal: { code: 'NOT_FOUND' } })
  }
  who = null
  expect((await get(review.roundId)).statusCode).toBe(401)
  await app.close()
})
