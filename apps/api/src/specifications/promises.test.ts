import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview, planOf } from '../../testing/review.ts'
import { matrixRows } from '../rounds/exports.ts'

const JALISCO = people.oplHead('jal')
let product: TestProduct
let review: Awaited<ReturnType<typeof aReview>>
let next: string
beforeAll(async () => {
  product = await createTestProduct()
  review = await aReview(product, { recipients: ['jal', 'chis'] })
  await review.start(JALISCO)
  const [first = '', second = '', third = ''] = review.clauseIds
  const on = (clauseId: string) => ({ target: { kind: 'clause', clauseId } as const })
  for (const clauseId of [first, second, third]) await review.draft(JALISCO, on(clauseId))
  const box = { page: 1, x: 1, y: 1, width: 9, height: 9, clauseId: null }
  await review.draft(JALISCO, { target: { kind: 'region', artworkId: review.artworkId, ...box } })
  await review.send(JALISCO)
  const chiapas = people.oplHead('chis')
  await product.as(chiapas).responses.declareNone(await review.onAnswer(chiapas))
  const coordinator = product.as(people.COORDINATOR)
  await coordinator.rounds.closeEarly({ ...(await review.onRound()), reason: 'Contestaron' })
  const agreed = ['Sobre-PEP de 390 mm de ancho exterior', 'Papel bond de 120 g', null, 'Logotipo a la izquierda']
  for (const { id, number, recordVersion: seen } of await review.list()) {
    const agreedText = agreed[(number ?? 1) - 1]
    const outcome = agreedText
      ? ({ disposition: 'accepted', reason: '', agreedText, answeredBy: null } as const)
      : ({ disposition: 'rejected', reason: 'No aplica al instructivo', agreedText: '', answeredBy: null } as const)
    await coordinator.observations.dispose({ key: randomUUID(), seen, id, outcome })
  }
  await coordinator.rounds.propose(await review.onRound())
  await product.as(people.DERFE_HEAD).rounds.validate(await review.onRound())
  next = await nextVersion({ 0: 'Sobre-PEP de 390 mm de ancho exterior, con solapa' })
})
afterAll(() => product.end())

/** Version 2: the clauses of version 1 with these texts in the place of theirs. */
async function nextVersion(texts: Record<number, string>): Promise<string> {
  const { rows } = await product.query<{ id: string }>(
    `INSERT INTO specification_version (specification_id, number, status, title, source_id, findings, indexed_at,
       status_since, created_by, created_at)
     SELECT specification_id, 2, 'draft', title, source_id, '[]', indexed_at, status_since, created_by, created_at
     FROM specification_version WHERE id = $1 RETURNING id`,
    [review.versionId],
  )
  const id = rows[0]?.id ?? ''
  await product.query(
    `INSERT INTO clause (version_id, identity_id, position, citation, number, number_origin, kind, depth, text, marks)
     SELECT $2, identity_id, position, citation, number, number_origin, kind, depth,
       coalesce($3::jsonb ->> position::text, text), marks FROM clause WHERE version_id = $1`,
    [review.versionId, id, JSON.stringify(texts)],
  )
  return id
}
const coordinator = () => product.as(people.COORDINATOR)
const promises = (who: string = people.COORDINATOR) => product.as(who).specifications.promises({ versionId: next })
const onNext = async () => ({ key: randomUUID(), seen: (await promises()).recordVersion, versionId: next })

describe('a version that follows a matrix', () => {
  test('shows what became of each accepted observation, with the clause that shows it', async () => {
    expect((await promises()).rows.map(({ number, result, found }) => [number, result, found?.citation])).toEqual([
      [1, 'reflected', '1.1'],
      [2, 'not_found', '2.1'],
      [4, 'not_found', undefined],
    ])
    await expectRefusal(promises(JALISCO), { code: 'FORBIDDEN' })
  })

  test('is not seen by an OPL, enters no round and is not published while a promise is broken', async () => {
    await expectRefusal(product.as(JALISCO).specifications.version({ id: next }), { code: 'NOT_FOUND' })
    const plan = { ...(await onNext()), ...planOf() }
    await expectRefusal(coordinator().rounds.prepare(plan), { code: 'NOT_PUBLISHED' })
    await expectRefusal(coordinator().specifications.publish(await onNext()), { code: 'PROMISES_BROKEN', count: 2 })
  })

  test('is published once what is broken is mended or justified, and the matrix says so to all', async () => {
    await product.query(`UPDATE clause SET text = 'Papel de 120 g, tipo bond' WHERE version_id = $1 AND position = 1`, [
      next,
    ])
    const { rows } = await promises()
    expect(rows.map(({ result }) => result)).toEqual(['reflected', 'reflected_with_changes', 'not_found'])
    const [kept, , drawn] = rows
    const why = { reason: 'Se ve en el plano del Sobre-Postal-Voto' }
    const justify = async (observationId = '') =>
      coordinator().specifications.justifyPromise({ ...(await onNext()), observationId, ...why })
    await expectRefusal(justify(kept?.id), { code: 'NOT_FOUND' })
    await justify(drawn?.id)
    expect((await promises()).rows[2]?.justification).toMatchObject(why)
    const { folio } = await coordinator().specifications.publish(await onNext())
    expect(folio).toMatch(/ACU/)

    expect((await promises()).rows.map(({ result }) => result)).toEqual([
      'reflected',
      'reflected_with_changes',
      'not_found',
    ])
    const seen = await product.as(JALISCO).specifications.version({ id: next })
    expect(seen.status).toBe('working')
    expect((await review.round()).status).toBe('concluded')
    const attended: string[] = []
    for await (const page of matrixRows(product.reader, product.person(JALISCO), review.roundId, product.clock.now()))
      attended.push(...page.map(({ row }) => row.attendedIn))
    expect(attended).toEqual([
      'Versión 2: reflejada',
      'Versión 2: reflejada con cambios',
      '',
      'Versión 2: no se encontró',
    ])
    const own = await review.list(JALISCO)
    expect(own.map(({ status, promise }) => [status, promise?.reason])).toEqual([
      ['incorporated', ''],
      ['incorporated', ''],
      ['not_applicable', undefined],
      ['incorporated', why.reason],
    ])
  })

  test('goes into a round of its own afterwards', async () => {
    const { recordId } = await coordinator().rounds.prepare({ ...(await onNext()), ...planOf() })
    expect((await coordinator().rounds.get({ id: recordId })).number).toBe(2)
  })
})
