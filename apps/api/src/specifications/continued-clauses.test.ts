import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { ProposalCorrection } from '@portal/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { keepUpload } from '../files/keep-upload.ts'

const SOURCE = join(import.meta.dirname, '..', 'demonstration', 'assets', 'especificaciones-pep-v1.docx')

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

const coordinator = () => product.as(people.COORDINATOR).specifications

async function created() {
  const title = 'Especificaciones del PEP'
  return (await coordinator().create({ key: randomUUID(), title, kind: 'pep' })).recordId
}

async function imported(specificationId: string) {
  const by = product.person(people.COORDINATOR)
  const upload = await keepUpload(product.deps, by, 'Especificaciones PEP.docx', createReadStream(SOURCE))
  const { recordVersion: seen } = await coordinator().get({ id: specificationId })
  const command = { key: randomUUID(), seen, specificationId, uploadId: upload.id }
  return (await coordinator().importDocument(command)).recordId
}

/** A version with confirmed clauses. */
async function indexed(specificationId: string) {
  const versionId = await imported(specificationId)
  await coordinator().index({ key: randomUUID(), seen: 1, versionId })
  return versionId
}

test('the next version keeps what is reserved reserved under another number, and in its place', async () => {
  const id = await created()
  const first = await indexed(id)
  const { proposal } = await coordinator().version({ id: await imported(id) })
  const changed = proposal?.find(({ text, number }) => text.length > 20 && number !== null)
  const classed = await product.query<{ citation: string }>(
    `UPDATE clause SET access_class = 'reserved', access_basis = 'Acuerdo 4/2017' WHERE version_id = $1 AND text = $2
     RETURNING citation`,
    [first, changed?.text],
  )
  expect(classed.rows).toHaveLength(1)
  const second = (await coordinator().get({ id })).versions.find(({ number }) => number === 2)?.id ?? ''
  const correction = { kind: 'renumber' as const, key: changed?.key ?? '', number: '99.9' }
  await coordinator().correct({ key: randomUUID(), seen: 1, versionId: second, correction })
  await coordinator().index({ key: randomUUID(), seen: 2, versionId: second })
  const { rows } = await product.query<{ text: string; basis: string }>(
    `SELECT text, access_basis AS basis FROM clause WHERE version_id = $1 AND access_class = 'reserved'`,
    [second],
  )
  expect(rows).toEqual([{ text: changed?.text, basis: 'Acuerdo 4/2017' }])
})

test('the next version keeps its clauses through renumbering and rewording, and says at its confirmation what became of them', async () => {
  const id = await created()
  const first = await indexed(id)
  const second = await imported(id)
  const { proposal } = await coordinator().version({ id: second })
  const keyOf = (number: string) => proposal?.find((clause) => clause.number === number)?.key ?? ''
  const correct = async (seen: number, correction: ProposalCorrection) =>
    coordinator().correct({ key: randomUUID(), seen, versionId: second, correction })
  await correct(1, { kind: 'renumber', key: keyOf('2.3'), number: '99.9' })
  await correct(2, { kind: 'exclude', key: keyOf('2.4') })
  await correct(3, { kind: 'join', key: keyOf('6.3') })
  await coordinator().index({ key: randomUUID(), seen: 4, versionId: second })
  const { rows } = await product.query<{ was: string; is: string }>(
    `SELECT old.citation AS was, now.citation AS is
     FROM clause AS old LEFT JOIN clause AS now ON now.version_id = $2 AND now.identity_id = old.identity_id
     WHERE old.version_id = $1 AND now.citation IS DISTINCT FROM old.citation ORDER BY old.position`,
    [first, second],
  )
  expect(rows).toEqual([
    { was: '2.3', is: '99.9' },
    { was: '2.4', is: null },
    { was: '6.3', is: null },
  ])
  const trail = await product.as(people.AUDITOR).evidence.trail({ recordId: second })
  const counts = Object.fromEntries(trail.rows[0]?.details.map(({ label, value }) => [label, value]) ?? [])
  expect(counts).toMatchObject({ Renumerados: '1', Eliminados: '2', Modificados: '1', Agregados: '0', Movidos: '0' })
})

test('the next version goes on from the last version that was not withdrawn', async () => {
  const id = await created()
  const first = await indexed(id)
  const wrong = await indexed(id)
  const { recordVersion: seen } = await coordinator().version({ id: wrong })
  const secret = 'Cierre. Adhesivo permanente de seguridad que evidencie cualquier apertura.'
  await product.query(
    `UPDATE clause SET access_class = 'reserved', access_basis = 'X' WHERE version_id = $1 AND text = $2`,
    [wrong, secret],
  )
  await product.query('UPDATE clause SET identity_id = uuidv7() WHERE version_id = $1', [wrong])
  await coordinator().withdraw({ key: randomUUID(), seen, versionId: wrong, reason: 'No era el documento' })
  const third = await indexed(id)
  const { rows } = await product.query<{ kept: number; reserved: string }>(
    `SELECT count(*) FILTER (WHERE old.id IS NOT NULL)::int AS kept,
       string_agg(now.text, '') FILTER (WHERE now.access_class = 'reserved') AS reserved
     FROM clause AS now LEFT JOIN clause AS old ON old.version_id = $1 AND old.identity_id = now.identity_id
     WHERE now.version_id = $2`,
    [first, third],
  )
  expect(rows).toEqual([{ kept: (await coordinator().version({ id: first })).clauses.length, reserved: secret }])
})

test('a long document is matched without anybody else waiting, with the same result', async () => {
  const id = await created()
  const first = await indexed(id)
  await product.query(
    `INSERT INTO clause (version_id, identity_id, position, citation, number, number_origin, kind, depth, text, marks)
     SELECT $1, uuidv7(), 1000 + n, '9.' || n, '9.' || n, 'typed', 'paragraph', 0, 'Pieza ' || n || ' del lote ' || n, '[]'
     FROM generate_series(1, 700) AS n`,
    [first],
  )
  const second = await indexed(id)
  const { rows } = await product.query<{ kept: number; total: number }>(
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE identity_id IN (
       SELECT identity_id FROM clause WHERE version_id = $1))::int AS kept FROM clause WHERE version_id = $2`,
    [first, second],
  )
  expect(rows[0]?.total).toBeGreaterThan(40)
  expect(rows[0]?.kept).toBe(rows[0]?.total)
})
