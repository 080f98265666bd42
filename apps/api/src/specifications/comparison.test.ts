import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { planOf } from '../../testing/review.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { keepUpload } from '../files/keep-upload.ts'

const ASSETS = join(import.meta.dirname, '..', 'demonstration', 'assets')

let product: TestProduct
let server: TestServer
let specificationId: string
let [first, second] = ['', '']

beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  const created = await coordinator().create({ key: randomUUID(), title: 'Especificaciones', kind: 'pep' })
  specificationId = created.recordId
  first = await version('especificaciones-pep-v1.docx')
  await send(first)
  second = await version('especificaciones-pep-v2.docx')
}, 60_000)
afterAll(async () => {
  await server.end()
  await product.end()
})

const coordinator = () => product.as(people.COORDINATOR).specifications

async function version(file: string): Promise<string> {
  const by = product.person(people.COORDINATOR)
  const { id: uploadId } = await keepUpload(product.deps, by, file, createReadStream(join(ASSETS, file)))
  const { recordVersion: seen } = await coordinator().get({ id: specificationId })
  const { recordId } = await coordinator().importDocument({ key: randomUUID(), seen, specificationId, uploadId })
  await coordinator().index({ key: randomUUID(), seen: 1, versionId: recordId })
  return recordId
}

async function send(versionId: string): Promise<void> {
  const { rounds } = product.as(people.COORDINATOR)
  const { recordVersion: seen } = await coordinator().version({ id: versionId })
  const prepared = await rounds.prepare({ key: randomUUID(), seen, versionId, ...planOf({ recipients: ['chis'] }) })
  await rounds.open({ key: randomUUID(), seen: prepared.recordVersion, roundId: prepared.recordId })
}

const compare = (who: string, from: number | null = 1, to: number | null = 2) =>
  product.as(who).specifications.compare({ specificationId, from, to })

test('two versions are compared clause by clause, in three queries', async () => {
  const queries = vi.spyOn(product.deps.pool, 'query')
  const comparison = await compare(people.COORDINATOR)
  expect(queries.mock.calls.length).toBeLessThanOrEqual(3)
  queries.mockRestore()
  const changed = comparison.rows
    .filter(({ changes }) => changes.length > 0)
    .map(({ before, after, changes }) => [before?.citation ?? null, after?.citation ?? null, changes.join(' ')])
  expect(changed).toEqual([
    ['párrafo 1', 'párrafo 1', 'reworded'],
    ['2.2', '2.2', 'reworded'],
    [null, '2.3', 'added'],
    ['2.3', '2.4', 'renumbered'],
    ['2.4', '2.5', 'renumbered'],
    ['2.5', '2.6', 'renumbered'],
    ['2.5.1', '2.6.1', 'renumbered'],
    ['2.5.2', '2.6.2', 'renumbered'],
    ['2.5.3', '2.6.3', 'renumbered'],
    ['2.6', '2.7', 'renumbered'],
    ['3.6', null, 'removed'],
    ['4.6', '4.2', 'moved renumbered'],
    ['4.2', '4.3', 'renumbered'],
    ['4.3', '4.4', 'renumbered'],
    ['4.3 · tabla 1', '4.4 · tabla 1', 'reworded'],
    ['4.4', '4.5', 'renumbered'],
    ['4.5', '4.6', 'renumbered'],
    ['5.4', '5.4', 'reworded'],
  ])
  expect(comparison.counts).toMatchObject({ added: 1, removed: 1, moved: 1, reworded: 4, renumbered: 12 })
  expect(comparison.versions.map(({ number }) => number)).toEqual([2, 1])
})

test('swapped, what was added is what was removed; with itself, nothing changed', async () => {
  expect((await compare(people.COORDINATOR, 2, 1)).counts).toMatchObject({ added: 1, removed: 1, reworded: 4 })
  const { counts, rows } = await compare(people.COORDINATOR, 2, 2)
  expect(counts).toMatchObject({ unchanged: rows.length, added: 0, reworded: 0 })
  const chosen = await compare(people.COORDINATOR, null, null)
  expect([chosen.from.number, chosen.to.number]).toEqual([1, 2])
})

test('who was sent one version compares no other', async () => {
  await expectRefusal(compare(people.liaison('chis')), { code: 'NOT_FOUND' })
  const own = await compare(people.liaison('chis'), null, null)
  expect([own.from.number, own.to.number, own.versions.length]).toEqual([1, 1, 1])
  await expectRefusal(compare(people.liaison('jal'), null, null), { code: 'NOT_FOUND' })
  await expectRefusal(compare(people.COORDINATOR, 1, 3), { code: 'NOT_FOUND' })
})

test('the history of a clause holds the versions that the reader sees, with the rounds of each', async () => {
  const clauseIn = async (versionId: string, citation: string) =>
    (await coordinator().version({ id: versionId })).clauses.find((clause) => clause.citation === citation)?.id ?? ''
  const history = await coordinator().clauseHistory({ clauseId: await clauseIn(second, '2.4') })
  expect(
    history.versions.map(({ version, clause, changes, rounds }) => [
      version.number,
      clause?.citation,
      changes,
      rounds.length,
    ]),
  ).toEqual([
    [2, '2.4', ['renumbered'], 0],
    [1, '2.3', [], 1],
  ])
  const gone = await coordinator().clauseHistory({ clauseId: await clauseIn(first, '3.6') })
  expect(gone.versions.map(({ clause, changes }) => [clause?.citation ?? null, changes])).toEqual([
    [null, ['removed']],
    ['3.6', []],
  ])
  const theirs = product.as(people.liaison('chis')).specifications
  expect((await theirs.clauseHistory({ clauseId: await clauseIn(first, '2.3') })).versions).toHaveLength(1)
  await expectRefusal(theirs.clauseHistory({ clauseId: await clauseIn(second, '2.4') }), { code: 'NOT_FOUND' })
})

test('what is withheld in one version is no part of the comparison, and DERFE’s reading of it is on record', async () => {
  await send(second)
  await product.query(
    `UPDATE clause SET access_class = 'reserved', access_basis = 'Acuerdo 4/2017' WHERE version_id = $1 AND citation = '2.2'`,
    [second],
  )
  const row = (await compare(people.liaison('chis'))).rows.find(({ after }) => after?.citation === '2.2')
  expect(row).toMatchObject({ changes: [], before: { withheld: false }, after: { withheld: true, text: '' } })
  expect((await compare(people.COORDINATOR)).counts.reworded).toBe(4)
  const { rows } = await product.as(people.AUDITOR).evidence.trail({ recordId: second })
  expect(rows[0]).toMatchObject({ verb: 'specifications.readReserved', details: [{ value: '2.2' }] })
})

test('it is exported as CSV, as it is filtered', async () => {
  const cookie = await server.cookieOf(people.COORDINATOR)
  const get = async (query: string) =>
    await fetch(`${server.origin}/exports/specifications/${specificationId}/comparison.csv?${query}`, {
      headers: { cookie },
    })
  const csv = await (await get('from=1&to=2&kind=moved')).text()
  expect(csv.split('\r\n').filter((line) => line !== '')).toEqual([
    'Cambio,Numeral en la versión 1,Numeral en la versión 2,Texto de la versión 1,Texto de la versión 2',
    expect.stringMatching(/^"Movido, Renumerado",4\.6,4\.2,Aviso de secrecía/),
  ])
  expect((await get('from=1&to=7')).status).toBe(404)
  expect((await get('from=x')).status).toBe(404)
})
