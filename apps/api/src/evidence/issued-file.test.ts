import { createHash } from 'node:crypto'
import { MATRIX_FORMATS } from '@portal/documents'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { aReview } from '../../testing/review.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { closeDueRounds } from '../rounds/close-due-rounds.ts'

const CHIAPAS = people.liaison('chis')

let product: TestProduct
let server: TestServer
let review: Awaited<ReturnType<typeof aReview>>
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  review = await aReview(product, { recipients: ['chis'] })
  await review.start(CHIAPAS)
  await review.draft(CHIAPAS)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

/** What somebody has on their disk after a download: its hash. */
async function downloaded(who: string, path: string): Promise<string> {
  const response = await fetch(`${server.origin}${path}`, { headers: { cookie: await server.cookieOf(who) } })
  expect(response.status, path).toBe(200)
  return createHash('sha256')
    .update(Buffer.from(await response.arrayBuffer()))
    .digest('hex')
}
/** Anybody who holds the file, without a session. */
const verify = (sha256: string) => product.as(null).evidence.verifyFile({ sha256 })
const matrix = (who: string, format: string = 'xlsx', filters = '') =>
  downloaded(who, `/exports/rounds/${review.roundId}/matrix.${format}${filters}`)

test('an acuse is known by its bytes, and counts until what it certifies is withdrawn', async () => {
  const sent = await review.send(CHIAPAS)
  const acuse = await downloaded(CHIAPAS, `/receipts/${sent.code}.pdf`)
  expect(await verify(acuse)).toEqual([
    expect.objectContaining({
      what: 'receipt',
      intact: true,
      standing: 'in_force',
      folio: sent.folio,
      supersededBy: null,
    }),
  ])
  const since = product.deps.clock.now()
  await product.as(CHIAPAS).responses.withdrawToCorrect({ ...(await review.onAnswer(CHIAPAS)), reason: 'Falta una' })
  expect(await verify(acuse)).toMatchObject([{ standing: 'without_effect', since, supersededBy: null }])
  const again = await review.send(CHIAPAS)
  expect(await verify(acuse)).toMatchObject([{ standing: 'superseded', since, supersededBy: again.folio }])
})

test('of two extensions the last one counts', async () => {
  const extend = async (amount: number) =>
    await product.as(people.COORDINATOR).rounds.extend({
      ...(await review.onRound()),
      rule: { amount, kind: 'natural_days' },
      reason: 'A petición de los OPL',
    })
  const first = await extend(1)
  const verifyCode = (code: string | null) => product.as(null).evidence.verify({ code: code ?? '' })
  expect(await verifyCode(first.code)).toMatchObject({ result: 'genuine', since: null, supersededBy: null })
  const second = await extend(2)
  expect(await verifyCode(first.code)).toMatchObject({ result: 'superseded', supersededBy: second.code })
  expect(await verifyCode(second.code)).toMatchObject({ result: 'genuine' })
})

test('a matrix is provisional until one is published; then only the published rows count', async () => {
  const before = await Promise.all(MATRIX_FORMATS.map((format) => matrix(people.COORDINATOR, format)))
  for (const sha256 of before) {
    expect(await verify(sha256)).toMatchObject([
      {
        what: 'matrix',
        act: 'Matriz de observaciones',
        standing: 'provisional',
        folio: null,
        subject: 'Especificaciones del PEP, versión 1, ronda 1',
      },
    ])
  }
  product.clock.set((await review.round()).due ?? '')
  await closeDueRounds(product.deps)
  await review.disposeAll()
  await product.as(people.COORDINATOR).rounds.propose(await review.onRound())
  const published = await product.as(people.DERFE_HEAD).rounds.validate(await review.onRound())
  for (const format of MATRIX_FORMATS) {
    const after = await matrix(CHIAPAS, format)
    expect(await verify(after)).toMatchObject([{ standing: 'in_force', folio: published.folio, since: null }])
  }
  for (const sha256 of before) {
    expect(await verify(sha256)).toMatchObject([
      { standing: 'superseded', since: product.deps.clock.now(), supersededBy: published.folio },
    ])
  }
})

test('an extract is known as such: it is not taken for the whole matrix', async () => {
  expect(await verify(await matrix(CHIAPAS, 'pdf', '?opl=chis&sentido=accepted'))).toMatchObject([
    {
      what: 'matrix',
      act: 'Extracto de la matriz de observaciones',
      standing: 'in_force',
      subject: 'Especificaciones del PEP, versión 1, ronda 1. OPL: IEPC Chiapas · Sentido: Procede',
    },
  ])
})

test('what was never handed out, or was changed, is not known', async () => {
  expect(await verify(createHash('sha256').update('%PDF-').digest('hex'))).toEqual([])
})
