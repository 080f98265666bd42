import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview, aVersion, planOf, type Plan } from '../../testing/review.ts'

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

const rounds = () => product.as(people.COORDINATOR).rounds

async function prepared(plan: Plan = {}) {
  const version = await aVersion(product)
  const command = { key: randomUUID(), seen: 1, versionId: version.versionId, ...planOf(plan) }
  return { ...version, roundId: (await rounds().prepare(command)).recordId }
}

describe('a round in preparation', () => {
  test('is changed until it is opened: recipients come and go', async () => {
    const { roundId } = await prepared({ recipients: ['yuc', 'chis', 'chis'] })
    const recipients = async () =>
      (await rounds().get({ id: roundId })).responses.map(({ organisation }) => organisation.id)
    expect(await recipients()).toEqual(['chis', 'yuc'])
    const edit = { key: randomUUID(), seen: 1, roundId, ...planOf({ recipients: ['jal', 'yuc'], days: 5 }) }
    expect((await rounds().edit(edit)).recordVersion).toBe(2)
    expect(await recipients()).toEqual(['jal', 'yuc'])
    await rounds().open({ key: randomUUID(), seen: 2, roundId })
    await expectRefusal(rounds().edit({ ...edit, key: randomUUID(), seen: 3 }), {
      code: 'WRONG_STATUS',
      status: 'open',
    })
    await expect(product.query('DELETE FROM round_response WHERE round_id = $1', [roundId])).rejects.toThrow('was sent')
  })

  test('is told to DERFE alone', async () => {
    const before = product.told.length
    const { roundId } = await prepared()
    expect(product.told.slice(before).map(({ audience }) => audience)).toEqual([['derfe']])
    await rounds().cancel({ key: randomUUID(), seen: 1, roundId, reason: 'Se rehace' })
    expect(product.told.at(-1)?.audience).toEqual(['derfe'])
    await expectRefusal(product.as(people.liaison('chis')).rounds.get({ id: roundId }), { code: 'NOT_FOUND' })
  })

  test('refuses a plan that can’t be carried out', async () => {
    const { versionId } = await aVersion(product)
    const plan = (changes: object = {}, recipients = ['chis']) =>
      rounds().prepare({ key: randomUUID(), seen: 1, versionId, ...planOf({ recipients }), ...changes })
    await expectRefusal(plan({}, ['chis', 'nowhere']), { code: 'NOT_FOUND' })
    await expectRefusal(plan({}, ['derfe']), { code: 'NOT_FOUND' })
    await expectRefusal(plan({ calendarKey: 'lunar' }), { code: 'NOT_FOUND' })
    await expectRefusal(plan({ rule: { amount: 0, kind: 'natural_days' } }), { code: 'AMOUNT_OUT_OF_RANGE' })
    await expectRefusal(plan({ seen: 4 }), { code: 'CHANGED_MEANWHILE', recordVersion: 1 })
    await product.deps.pool.query('UPDATE specification_version SET indexed_at = NULL WHERE id = $1', [versionId])
    await expectRefusal(plan(), { code: 'NOT_INDEXED' })
  })

  test('is not opened without recipients', async () => {
    const { roundId } = await prepared({ recipients: [] })
    await expectRefusal(rounds().open({ key: randomUUID(), seen: 1, roundId }), { code: 'NO_RECIPIENTS' })
  })

  test('is numbered after those of the same specification, and prepared once', async () => {
    const { versionId } = await aVersion(product)
    const prepare = () => rounds().prepare({ key: randomUUID(), seen: 1, versionId, ...planOf() })
    const outcomes = await Promise.allSettled([prepare(), prepare(), prepare()])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { rows } = await product.deps.pool.query('SELECT number FROM review_round WHERE version_id = $1', [versionId])
    expect(rows).toEqual([{ number: 1 }])
  })
})

describe('an open round', () => {
  test('says of its opening, on a receipt, to whom, until when and why, and with which files', async () => {
    const review = await aReview(product)
    const { rows } = await product.deps.pool.query<{ body: string }>('SELECT body FROM receipt WHERE record_id = $1', [
      review.roundId,
    ])
    expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({
      act: 'Apertura de ronda de revisión',
      subject: 'Especificaciones del PEP, versión 1, ronda 1',
      lines: [
        { label: 'Destinatarios', value: 'IEPC Chiapas, IEPC Jalisco, IEPAC' },
        { label: 'Vence', value: 'dom 24 dic 2017, 24:00, hora del centro de México' },
        { label: 'Cómputo', value: expect.stringContaining('El plazo es de 10 días naturales.') },
        { label: 'Observaciones de otros OPL', value: 'Al publicarse la matriz' },
      ],
      files: [{ name: 'Especificaciones.docx' }, { name: 'Especificaciones.docx' }],
      illustrative: true,
    })
  })

  test('shows an OPL its own answer and how many others answered; INE sees all', async () => {
    const review = await aReview(product)
    await product.as(people.liaison('chis')).responses.declareNone(await review.onAnswer(people.liaison('chis')))
    const seen = await review.round(people.liaison('yuc'))
    expect(seen.responses.map(({ organisation }) => organisation.id)).toEqual(['yuc'])
    expect(seen).toMatchObject({ recipients: 3, answered: 1, ownResponseId: seen.responses[0]?.id, allowed: [] })
    expect(seen.turn.map(({ organisationId }) => organisationId)).toEqual(['yuc'])
    const inside = await review.round(people.OBSERVER)
    expect(inside.responses).toHaveLength(3)
    expect(inside).toMatchObject({ ownResponseId: null, withoutOutcome: null })
    expect((await product.as(people.liaison('chis')).rounds.list({})).rows[0]).toMatchObject({
      recipients: 3,
      answered: 1,
      turn: [],
    })
  })

  test('is listed by status and by specification, newest first, page by page', async () => {
    const review = await aReview(product, { recipients: ['pue'] })
    const puebla = product.as(people.liaison('pue')).rounds
    const other = await aReview(product, { recipients: ['pue'] })
    const idsOf = async (filter: object) => (await puebla.list(filter)).rows.map(({ id }) => id)
    expect(await idsOf({})).toEqual([other.roundId, review.roundId])
    expect(await idsOf({ specificationId: review.specificationId })).toEqual([review.roundId])
    expect(await idsOf({ status: 'resolving' })).toEqual([])
    const first = await puebla.list({ limit: 1 })
    expect(await idsOf({ limit: 1, cursor: first.next })).toEqual([review.roundId])
  })
})
