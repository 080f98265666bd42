import { afterAll, beforeAll, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { aReview } from '../../testing/review.ts'

const CHIAPAS = people.liaison('chis')
const JALISCO = people.liaison('jal')
const JALISCO_HEAD = people.oplHead('jal')

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

test('each finds what waits for them, what they wait for, and what is soon due in their institution', async () => {
  const later = await aReview(product, { recipients: ['chis', 'jal'], days: 10 })
  const sooner = await aReview(product, { recipients: ['chis', 'yuc'], days: 3 })
  const mineOf = async (who: string) => {
    const { mine, waiting, soon } = await product.as(who).turn.mine()
    const shown = (rows: typeof mine) =>
      rows.map(({ recordId, turn }) => [recordId, turn.organisationId, turn.role, turn.reason])
    return { mine: shown(mine), waiting: shown(waiting), soon: shown(soon) }
  }
  const answers = (roundId: string, opl: string) => [roundId, opl, 'opl_liaison', 'answer']

  // By due date, and of other OPL nothing.
  expect(await mineOf(CHIAPAS)).toEqual({
    mine: [answers(sooner.roundId, 'chis'), answers(later.roundId, 'chis')],
    waiting: [],
    soon: [answers(sooner.roundId, 'chis')],
  })
  expect(await mineOf(people.COORDINATOR)).toEqual({
    mine: [],
    waiting: [
      answers(sooner.roundId, 'chis'),
      answers(sooner.roundId, 'yuc'),
      answers(later.roundId, 'chis'),
      answers(later.roundId, 'jal'),
    ],
    soon: [],
  })

  // Jalisco's liaison hands over to its head.
  await later.start(JALISCO)
  await later.draft(JALISCO)
  await product.as(JALISCO).responses.submitForApproval(await later.onAnswer(JALISCO))
  const approval = [later.roundId, 'jal', 'opl_head', 'approve_and_send']
  expect(await mineOf(JALISCO)).toEqual({ mine: [], waiting: [approval], soon: [] })
  expect(await mineOf(JALISCO_HEAD)).toEqual({ mine: [approval], waiting: [], soon: [] })

  // All have answered: the coordinator may close, and whoever answered waits for that.
  await later.send(JALISCO_HEAD)
  await product.as(CHIAPAS).responses.declareNone(await later.onAnswer(CHIAPAS))
  const closing = [later.roundId, 'derfe', 'derfe_coordinator', 'close_early']
  expect((await mineOf(people.COORDINATOR)).mine).toEqual([closing])
  expect(await mineOf(CHIAPAS)).toMatchObject({ mine: [answers(sooner.roundId, 'chis')], waiting: [closing] })

  // Who only reads, or has no part in it, waits for nothing.
  for (const who of [people.OBSERVER, people.AUDITOR, people.ADMINISTRATOR, people.liaison('pue')]) {
    expect(await mineOf(who), who).toEqual({ mine: [], waiting: [], soon: [] })
  }
})
