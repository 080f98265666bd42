import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview } from '../../testing/review.ts'
import { verifyAll } from '../acts/verify.ts'
import { closeDueRounds } from './close-due-rounds.ts'
import { matrixRows } from './matrix-rows.ts'

const JALISCO = people.oplHead('jal')
const CHIAPAS = people.oplHead('chis')
const FIVE_DAYS = { amount: 5, kind: 'natural_days' } as const

let product: TestProduct
let review: Awaited<ReturnType<typeof aReview>>
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

/** Two observations of Jalisco and one of Chiapas, decided; each OPL is asked whether it agrees. */
beforeEach(async () => {
  product.clock.set(product.clock.startedWith)
  review = await aReview(product, { recipients: ['chis', 'jal', 'yuc'], conformity: FIVE_DAYS })
  for (const [who, count] of [
    [JALISCO, 2],
    [CHIAPAS, 1],
  ] as const) {
    await review.start(who)
    for (let drafts = 0; drafts < count; drafts += 1) await review.draft(who)
    await review.send(who)
  }
  const none = people.oplHead('yuc')
  await product.as(none).responses.declareNone(await review.onAnswer(none))
  const coordinator = product.as(people.COORDINATOR)
  await coordinator.rounds.closeEarly({ ...(await review.onRound()), reason: 'Contestaron' })
  await review.disposeAll()
  await coordinator.rounds.propose(await review.onRound())
  await product.as(people.DERFE_HEAD).rounds.validate(await review.onRound())
})

const outcomesOf = async (who: string) => (await review.list(who)).filter(({ outcome }) => outcome !== null)
const reply = async (who: string, replies: { reply: 'agrees' | 'disagrees'; reason: string }[]) => {
  const own = (await outcomesOf(who)).filter(({ allowed }) => allowed.includes('reply'))
  const said = replies.map((one, index) => ({ ...one, observationId: own[index]?.id ?? randomUUID() }))
  return product.as(who).responses.reply({ ...(await review.onAnswer(who)), replies: said })
}
const agrees = { reply: 'agrees', reason: '' } as const
const turns = async () => (await review.round()).turn.map(({ organisationId, reason }) => `${organisationId} ${reason}`)

describe('while conformity is asked for', () => {
  test('each OPL that observed has its turn until it has replied to all, then the coordinator', async () => {
    const round = await review.round()
    expect(round).toMatchObject({ status: 'conformity', publishedAt: null, conformity: FIVE_DAYS })
    expect(round.deadlines.at(-1)).toMatchObject({ purpose: 'conformity', due: round.conformityDue })
    expect(await turns()).toEqual(['chis reply', 'jal reply'])
    await reply(JALISCO, [agrees])
    expect(await turns()).toEqual(['chis reply', 'jal reply'])
    const { folio } = await reply(JALISCO, [agrees, { reply: 'disagrees', reason: 'No se atiende' }])
    expect(folio).toMatch(/ACU/)
    await reply(CHIAPAS, [agrees])
    expect(await turns()).toEqual(['derfe publish_early'])
  })

  test('an OPL sees the outcomes of its own observations and of no others, and no area sees any', async () => {
    expect((await outcomesOf(JALISCO)).map(({ organisationId }) => organisationId)).toEqual(['jal', 'jal'])
    expect(await review.list(people.OBSERVER)).toEqual([])
    expect(await outcomesOf(people.oplHead('yuc'))).toEqual([])
  })

  test('a disagreement takes a reason, and what is not asked of one is not there', async () => {
    await expectRefusal(reply(JALISCO, [{ reply: 'disagrees', reason: ' ' }]), { code: 'REASON_NEEDED' })
    const [other] = await outcomesOf(CHIAPAS)
    const input = { ...(await review.onAnswer(JALISCO)), replies: [{ ...agrees, observationId: other?.id ?? '' }] }
    await expectRefusal(product.as(JALISCO).responses.reply(input), { code: 'NOT_FOUND' })
    expect((await review.answer(JALISCO)).unreplied).toBe(2)
  })

  test('nobody observes, and nothing is published before its end unless all have replied', async () => {
    await expectRefusal(review.draft(JALISCO), { code: 'WRONG_RESPONSE_STATUS' })
    const early = { ...(await review.onRound()), reason: 'Ya contestaron' }
    await expectRefusal(product.as(people.COORDINATOR).rounds.publishEarly(early), {
      code: 'UNREPLIED',
      organisationIds: ['chis', 'jal'],
    })
  })
})

test('it ends by itself: the matrix says who agreed, who did not and why, and who kept silent', async () => {
  await reply(JALISCO, [agrees, { reply: 'disagrees', reason: 'No se atiende' }])
  const { conformityDue } = await review.round()
  product.clock.set(conformityDue ?? '')
  await expectRefusal(reply(CHIAPAS, [agrees]), { code: 'LATE' })
  await closeDueRounds(product.deps)
  await closeDueRounds(product.deps)
  const round = await review.round()
  expect(round).toMatchObject({ status: 'published', publishedAt: conformityDue })
  expect(round.matrixCode).toBeTruthy()
  const rows: string[] = []
  for await (const page of matrixRows(product.reader, product.person(CHIAPAS), review.roundId, product.clock.now()))
    rows.push(...page.map(({ row }) => `${row.opl}: ${row.agrees}`))
  expect(rows).toEqual(['IEPC Jalisco: Conforme', 'IEPC Jalisco: Inconforme: No se atiende', 'IEPC Chiapas: '])
  expect((await verifyAll(product.deps.pool)).broken).toBeNull()
})

test('once all have replied the coordinator publishes, with a reason', async () => {
  await reply(JALISCO, [agrees, agrees])
  await reply(CHIAPAS, [agrees])
  await product.as(people.COORDINATOR).rounds.publishEarly({ ...(await review.onRound()), reason: 'Todos conformes' })
  expect((await review.round()).status).toBe('published')
})
