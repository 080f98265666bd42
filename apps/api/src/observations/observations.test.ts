import { randomUUID } from 'node:crypto'
import type { SaveObservationInput } from '@portal/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview, aVersion } from '../../testing/review.ts'
import { closeDueRounds } from '../rounds/close-due-rounds.ts'

const CHIAPAS = people.liaison('chis')
const JALISCO = people.liaison('jal')

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

async function drafting() {
  const review = await aReview(product)
  await review.start(CHIAPAS)
  return review
}

/** A save of an existing draft as it stands on the screen. */
async function saved(id: string, changes: Partial<SaveObservationInput> = {}) {
  const { target, type, says, shouldSay, rationale, legalBasis, recordVersion, responseId } = await product
    .as(CHIAPAS)
    .observations.get({ id })
  const typed = { key: randomUUID(), seen: recordVersion, id, responseId, target, type, says }
  return product.as(CHIAPAS).observations.save({ ...typed, shouldSay, rationale, legalBasis, ...changes })
}

const verbsOf = async (id: string) =>
  (await product.as(people.AUDITOR).evidence.trail({ recordId: id })).rows.map(({ verb }) => verb)

describe('a draft', () => {
  test('is autosaved: one event when it is begun, one guarded write each time after', async () => {
    const review = await drafting()
    const { recordId: id } = await review.draft(CHIAPAS)
    expect((await saved(id, { shouldSay: 'de ancho por' })).recordVersion).toBe(2)
    expect((await saved(id, { shouldSay: 'de ancho por 280' })).recordVersion).toBe(3)
    expect(await product.as(CHIAPAS).observations.get({ id })).toMatchObject({
      status: 'draft',
      number: null,
      shouldSay: 'de ancho por 280',
      allowed: ['edit', 'discard'],
    })
    expect(await verbsOf(id)).toEqual(['observations.save'])
    const last = product.told.at(-1)
    expect(last).toMatchObject({ event: { recordId: id, verb: 'observations.save' }, audience: ['chis'] })
  })

  test('that somebody else of the OPL changed is not overwritten', async () => {
    const review = await drafting()
    const { recordId: id } = await review.draft(CHIAPAS)
    await saved(id, { says: 'otra' })
    await expectRefusal(saved(id, { seen: 1 }), { code: 'CHANGED_MEANWHILE', recordVersion: 2 })
    await expectRefusal(saved(id, { seen: null }), { code: 'CHANGED_MEANWHILE' })
  })

  test('is nobody’s but its OPL’s', async () => {
    const review = await drafting()
    const { recordId: id } = await review.draft(CHIAPAS)
    for (const who of [JALISCO, people.COORDINATOR, people.DERFE_HEAD, people.OBSERVER, people.ADMINISTRATOR]) {
      await expectRefusal(product.as(who).observations.get({ id }), { code: 'NOT_FOUND' })
    }
    expect(await product.as(people.oplHead('chis')).observations.get({ id })).toMatchObject({ id })
    const { responseId } = await product.as(CHIAPAS).observations.get({ id })
    await expectRefusal(review.draft(JALISCO, { responseId }), { code: 'NOT_FOUND' })
    await expectRefusal(product.as(JALISCO).observations.discard({ key: randomUUID(), seen: 1, id }), {
      code: 'NOT_FOUND',
    })
  })

  test('that is given up stays on record for its OPL', async () => {
    const review = await drafting()
    const { recordId: id } = await review.draft(CHIAPAS)
    const { observations } = product.as(CHIAPAS)
    await expectRefusal(observations.discard({ key: randomUUID(), seen: 5, id }), { code: 'CHANGED_MEANWHILE' })
    await observations.discard({ key: randomUUID(), seen: 1, id })
    expect(await observations.get({ id })).toMatchObject({ status: 'withdrawn', allowed: [] })
    expect(await verbsOf(id)).toEqual(expect.arrayContaining(['observations.save', 'observations.discard']))
    await expectRefusal(saved(id), { code: 'OBSERVATION_NOT_EDITABLE' })
    expect(await review.list()).toEqual([])
  })

  test('is not written any more once it is sent', async () => {
    const review = await drafting()
    const { recordId: id } = await review.draft(CHIAPAS)
    await review.send(CHIAPAS)
    expect(await product.as(CHIAPAS).observations.get({ id })).toMatchObject({ number: 1, allowed: [] })
    await expectRefusal(saved(id), { code: 'WRONG_RESPONSE_STATUS' })
  })
})

describe('what an observation speaks of', () => {
  test('is a clause, a stretch of it, or a region of an artwork of the version that was sent', async () => {
    const review = await drafting()
    const [clauseId = ''] = review.clauseIds
    // UTF-16 offsets: the emoji before "de ancho" takes two.
    const text = { kind: 'text', clauseId, start: 23, end: 31, quote: 'lo que el navegador diga' } as const
    const { recordId } = await review.draft(CHIAPAS, { target: text })
    const { artworkId } = review
    const region = { kind: 'region', artworkId, page: 2, x: 1, y: 2, width: 30.5, height: 4, clauseId: null } as const
    const placed = await review.draft(CHIAPAS, { target: region })
    const { observations } = product.as(CHIAPAS)
    expect(await observations.get({ id: recordId })).toMatchObject({
      citation: '1.1',
      target: { ...text, quote: 'de ancho' },
    })
    expect(await observations.get({ id: placed.recordId })).toMatchObject({
      element: 'Sobre-Postal-Voto',
      page: 2,
      target: region,
    })
  })

  test('is never outside of it', async () => {
    const review = await drafting()
    const other = await aVersion(product)
    const [clauseId = ''] = review.clauseIds
    const [elsewhere = ''] = other.clauseIds
    const box = { page: 1, x: 0, y: 0, width: 1, height: 1, clauseId: null }
    const targets: SaveObservationInput['target'][] = [
      { kind: 'clause', clauseId: elsewhere },
      { kind: 'text', clauseId, start: 0, end: 400, quote: '' },
      { kind: 'text', clauseId, start: 4, end: 4, quote: '' },
      { kind: 'region', artworkId: other.artworkId, ...box },
      { kind: 'region', artworkId: review.artworkId, ...box, page: 3 },
      { kind: 'region', artworkId: review.artworkId, ...box, clauseId: elsewhere },
    ]
    for (const target of targets) {
      await expectRefusal(review.draft(CHIAPAS, { target }), { code: 'TARGET_NOT_IN_VERSION' })
    }
  })
})

describe('an outcome', () => {
  async function resolving() {
    const review = await drafting()
    await review.draft(CHIAPAS)
    await review.draft(CHIAPAS)
    await review.send(CHIAPAS)
    const before = await review.list()
    product.clock.set((await review.round()).due ?? '')
    await closeDueRounds(product.deps)
    const [one, two] = await review.list()
    if (!one || !two) throw new Error('two observations were sent')
    return { review, before, one, two }
  }
  const outcome = (changes: object = {}) =>
    ({ disposition: 'rejected', reason: 'Por ley', agreedText: '', answeredBy: null, ...changes }) as const
  const dispose = (id: string, seen: number, changes: object = {}, who = people.COORDINATOR) =>
    product.as(who).observations.dispose({ key: randomUUID(), seen, id, outcome: outcome(changes) })

  test('may be saved before it is complete; what it lacks is counted', async () => {
    const { review, before, one } = await resolving()
    expect(before.map(({ allowed }) => allowed)).toEqual([[], []])
    expect(one.allowed).toEqual(['dispose', 'refer'])
    await dispose(one.id, one.recordVersion, { reason: '' })
    expect(await review.round()).toMatchObject({ withoutOutcome: 2 })
    await dispose(one.id, one.recordVersion + 1)
    expect(await review.round()).toMatchObject({ withoutOutcome: 1 })
    expect(await product.as(people.COORDINATOR).observations.get({ id: one.id })).toMatchObject({
      status: 'proposed',
      outcome: { disposition: 'rejected', reason: 'Por ley' },
      proposedBy: { id: product.person(people.COORDINATOR).personId },
    })
  })

  test('that another answers names one of the same round, and not itself', async () => {
    const { one, two } = await resolving()
    const elsewhere = (answeredBy: number | null) => ({ disposition: 'answered_elsewhere', answeredBy })
    for (const number of [9, one.number]) {
      await expectRefusal(dispose(one.id, one.recordVersion, elsewhere(number)), {
        code: 'ANSWERING_OBSERVATION_UNKNOWN',
      })
    }
    await dispose(one.id, one.recordVersion, elsewhere(two.number))
    // Where it is not the outcome it is not kept.
    await dispose(one.id, one.recordVersion + 1, { disposition: 'rejected', answeredBy: two.number })
    const { outcome: kept } = await product.as(people.COORDINATOR).observations.get({ id: one.id })
    expect(kept).toMatchObject({ disposition: 'rejected', answeredBy: null })
  })

  test('is proposed by a coordinator, in a round that is being resolved, of what was received', async () => {
    const { review, one, two } = await resolving()
    await expectRefusal(dispose(one.id, one.recordVersion, {}, CHIAPAS), { code: 'FORBIDDEN' })
    await expectRefusal(dispose(one.id, 9), { code: 'CHANGED_MEANWHILE', recordVersion: one.recordVersion })
    await dispose(one.id, one.recordVersion)
    await dispose(two.id, two.recordVersion)
    await product.as(people.COORDINATOR).rounds.propose(await review.onRound())
    await expectRefusal(dispose(one.id, one.recordVersion + 1), { code: 'WRONG_STATUS', status: 'validating' })
    const open = await drafting()
    const { recordId } = await open.draft(CHIAPAS)
    await expectRefusal(dispose(recordId, 1), { code: 'NOT_FOUND' })
  })
})
