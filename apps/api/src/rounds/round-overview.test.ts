import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview } from '../../testing/review.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { closeDueRounds } from './close-due-rounds.ts'

const CHIAPAS = people.liaison('chis')
const YUCATAN = people.liaison('yuc')
const HOUR = 3_600_000

let product: TestProduct
let server: TestServer
let review: Awaited<ReturnType<typeof aReview>>
const later = (hours: number) =>
  product.clock.set(new Date(Date.parse(product.clock.now()) + hours * HOUR).toISOString())
const overview = (who: string) => product.as(who).rounds.overview({ id: review.roundId })

beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  review = await aReview(product, { recipients: ['chis', 'cdmx', 'yuc'] })
  await review.start(CHIAPAS)
  await review.draft(CHIAPAS)
  await review.draft(CHIAPAS, { type: 'spelling' })
  later(6)
  await review.send(CHIAPAS)
  await review.start(YUCATAN)
  await review.draft(YUCATAN, { type: 'form' })
})
afterAll(async () => {
  await server.end()
  await product.end()
})

describe('while the round is open', () => {
  test('DERFE sees who answered, after how long, and on which clause; drafts are counted nowhere', async () => {
    const { answers, clauses, artworks, days } = await overview(people.COORDINATOR)
    expect(
      answers.map(({ organisationId, observations, answerHours }) => [organisationId, observations, answerHours]),
    ).toEqual([
      ['chis', 2, 6],
      ['cdmx', 0, null],
      ['yuc', 0, null],
    ])
    expect(clauses.map(({ citation, byType }) => [citation, byType])).toEqual([
      ['1.1', { substance: 1, form: 0, spelling: 1 }],
      ['2.1', { substance: 0, form: 0, spelling: 0 }],
      ['3.1', { substance: 0, form: 0, spelling: 0 }],
    ])
    expect(artworks).toEqual([
      { id: review.artworkId, element: 'Sobre-Postal-Voto', byType: { substance: 0, form: 0, spelling: 0 } },
    ])
    expect(days).toEqual([
      {
        day: '2017-12-14',
        received: { substance: 1, form: 0, spelling: 1 },
        resolved: { accepted: 0, partly_accepted: 0, rejected: 0, answered_elsewhere: 0 },
      },
    ])
    expect((await overview(people.AUDITOR)).answers[2]).toMatchObject({ organisationId: 'yuc', observations: 0 })
  })

  test('to the others there is none yet, as a page or as a file', async () => {
    for (const who of [CHIAPAS, people.OBSERVER, people.ADMINISTRATOR]) {
      await expectRefusal(overview(who), { code: 'NOT_FOUND' })
      expect((await file(who, 'dias')).status).toBe(404)
    }
  })
})

describe('once the matrix is published', () => {
  beforeAll(async () => {
    product.clock.set((await review.round()).due ?? '')
    await closeDueRounds(product.deps)
    later(48)
    await review.disposeAll()
    await product.as(people.COORDINATOR).rounds.propose(await review.onRound())
    await product.as(people.DERFE_HEAD).rounds.validate(await review.onRound())
  })

  test('the time to the outcome runs from the close, so that whoever answered early is not measured longer', async () => {
    const { answers, days } = await overview(people.COORDINATOR)
    expect(answers[0]).toMatchObject({ status: 'sent_with_observations', resolved: 2, outcomeHours: 48 })
    expect(answers[2]).toMatchObject({ status: 'no_answer', answerHours: null, resolved: 0, outcomeHours: null })
    expect(days.at(-1)).toMatchObject({ resolved: { accepted: 2 } })
  })

  test('an OPL sees what was observed by all, and of the answers its own', async () => {
    const { answers, clauses } = await overview(YUCATAN)
    expect(answers.map(({ organisationId }) => organisationId)).toEqual(['yuc'])
    expect(clauses[0]?.byType).toEqual({ substance: 1, form: 0, spelling: 1 })
    expect((await overview(people.OBSERVER)).answers).toHaveLength(3)
  })

  test('each table is a CSV file', async () => {
    const [header, first] = (await (await file(YUCATAN, 'numerales')).text()).split('\r\n')
    expect(header).toContain('Numeral o lámina,Fondo,Forma,Ortografía')
    expect(first).toBe('1.1,1,0,1')
    expect(await (await file(people.COORDINATOR, 'respuestas')).text()).toContain('IEPC Chiapas,')
    expect(await (await file(people.COORDINATOR, 'dias')).text()).toContain('Recibidas: Fondo')
  })
})

const file = async (who: string, table: string) =>
  await fetch(`${server.origin}/exports/rounds/${review.roundId}/overview/${table}.csv`, {
    headers: { cookie: await server.cookieOf(who) },
  })
