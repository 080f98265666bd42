import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aVersion } from '../../testing/review.ts'
import { keepUpload } from '../files/keep-upload.ts'

const ASSETS = join(import.meta.dirname, '..', 'demonstration', 'assets')

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

const coordinator = () => product.as(people.COORDINATOR).specifications

async function uploaded(file: string | Uint8Array, name: string, by = people.COORDINATOR) {
  const bytes = typeof file === 'string' ? createReadStream(join(ASSETS, file)) : Readable.from([file])
  return (await keepUpload(product.deps, product.person(by), name, bytes)).id
}

const document = () => uploaded('especificaciones-pep-v1.docx', 'Especificaciones PEP.docx')

async function created(title = 'Especificaciones del PEP') {
  return (await coordinator().create({ key: randomUUID(), title, kind: 'pep' })).recordId
}

async function imported(specificationId: string) {
  const { recordVersion } = await coordinator().get({ id: specificationId })
  const command = { key: randomUUID(), seen: recordVersion, specificationId, uploadId: await document() }
  return (await coordinator().importDocument(command)).recordId
}

describe('a specification', () => {
  test('is found by words of its title, accents and capitals aside, newest first, page by page', async () => {
    for (const title of ['Guía de señalización', 'Guia de envío', 'Otra cosa']) await created(title)
    const search = (text: string, limit = 50, cursor: string | null = null) =>
      coordinator().list({ search: text, limit, cursor })
    expect((await search('GUIA Senal')).rows.map(({ title }) => title)).toEqual(['Guía de señalización'])
    const first = await search('guía', 1)
    expect(first.rows.map(({ title }) => title)).toEqual(['Guia de envío'])
    const second = await search('guía', 1, first.next)
    expect(second.rows.map(({ title }) => title)).toEqual(['Guía de señalización'])
    expect(second.next).toBeNull()
    const queries = vi.spyOn(product.deps.pool, 'query')
    expect((await coordinator().list({ kind: 'report' })).rows).toEqual([])
    expect(queries).toHaveBeenCalledTimes(1)
    await expect(search('', 1, 'nonsense')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('is shown to nobody else until a version is sent', async () => {
    const { specificationId: id, versionId } = await aVersion(product)
    for (const who of [people.liaison('chis'), people.OBSERVER, people.ADMINISTRATOR]) {
      const theirs = product.as(who).specifications
      expect((await theirs.list({})).rows, who).toEqual([])
      await expectRefusal(theirs.get({ id }), { code: 'NOT_FOUND' })
      await expectRefusal(theirs.version({ id: versionId }), { code: 'NOT_FOUND' })
    }
    expect(await product.as(people.AUDITOR).specifications.get({ id })).toMatchObject({
      mayImport: false,
      title: 'Especificaciones del PEP',
      versions: [{ id: versionId, number: 1, status: 'draft', indexed: true, rounds: [] }],
    })
  })

  test('is created and imported by the coordinator only', async () => {
    const id = await created()
    const command = { key: randomUUID(), seen: 1, specificationId: id, uploadId: randomUUID() }
    for (const who of [people.DERFE_HEAD, people.liaison('chis'), people.AUDITOR]) {
      const theirs = product.as(who).specifications
      await expectRefusal(theirs.create({ key: randomUUID(), title: 'x', kind: 'pep' }), { code: 'FORBIDDEN' })
      await expectRefusal(theirs.importDocument(command), { code: 'FORBIDDEN' })
    }
  })
})

describe('an imported document', () => {
  test('is a proposal for DERFE with what the reader found, kept as it came', async () => {
    const id = await created()
    const versionId = await imported(id)
    const version = await coordinator().version({ id: versionId })
    expect(version).toMatchObject({
      specification: { id, kind: 'pep' },
      number: 1,
      status: 'draft',
      clauses: [],
      source: { name: 'Especificaciones PEP.docx', type: 'docx' },
      allowed: ['correct', 'index', 'attach_artwork', 'withdraw'],
      mayPrepareRound: false,
    })
    expect(version.proposal?.length).toBeGreaterThan(20)
    expect(await product.deps.files.has(version.source.sha256)).toBe(true)
    expect((await product.as(people.DERFE_HEAD).specifications.version({ id: versionId })).allowed).toEqual([])
  })

  test('is refused with a reason when it is none, and when it is not one’s own', async () => {
    const id = await created()
    const importing = (uploadId: string) =>
      coordinator().importDocument({ key: randomUUID(), seen: 1, specificationId: id, uploadId })
    await expectRefusal(importing(await uploaded('sobre-pep.pdf', 'a.pdf')), { code: 'NOT_DOCX' })
    await expectRefusal(importing(await uploaded('especificaciones-pep-v1.docx', 'a.docx', people.liaison('chis'))), {
      code: 'NOT_FOUND',
    })
    expect((await coordinator().get({ id })).versions).toEqual([])
  })

  test('comes once under one key, and not on what somebody changed meanwhile', async () => {
    const id = await created()
    const command = { key: randomUUID(), seen: 1, specificationId: id, uploadId: await document() }
    const first = await coordinator().importDocument(command)
    expect(await coordinator().importDocument(command)).toEqual(first)
    await expectRefusal(coordinator().importDocument({ ...command, key: randomUUID() }), { code: 'CHANGED_MEANWHILE' })
    expect((await coordinator().get({ id })).versions).toHaveLength(1)
  })

  test('is corrected clause by clause until it is confirmed', async () => {
    const versionId = await imported(await created())
    const before = (await coordinator().version({ id: versionId })).proposal ?? []
    const key = before[1]?.key ?? ''
    const correct = (seen: number) =>
      coordinator().correct({ key: randomUUID(), seen, versionId, correction: { kind: 'exclude', key } })
    expect(await correct(1)).toMatchObject({ recordId: versionId, recordVersion: 2 })
    await expectRefusal(correct(1), { code: 'CHANGED_MEANWHILE' })
    await expectRefusal(
      coordinator().correct({ key: randomUUID(), seen: 2, versionId, correction: { kind: 'join', key: 'nowhere' } }),
      { code: 'CLAUSE_NOT_FOUND' },
    )
    await coordinator().index({ key: randomUUID(), seen: 2, versionId })
    const version = await coordinator().version({ id: versionId })
    expect(version).toMatchObject({
      proposal: null,
      mayPrepareRound: true,
      allowed: ['attach_artwork', 'enter_round', 'withdraw', 'classify'],
    })
    expect(version.clauses).toHaveLength(before.length - 1)
    expect(new Set(version.clauses.map(({ citation }) => citation)).size).toBe(before.length - 1)
    await expectRefusal(correct(3), { code: 'ALREADY_INDEXED' })
  })
})

describe('artwork', () => {
  test('is a PDF with the size of its pages, in the order in which it was attached', { timeout: 60_000 }, async () => {
    const { versionId } = await aVersion(product)
    const attach = async (seen: number, element: string, uploadId: string) =>
      coordinator().attachArtwork({ key: randomUUID(), seen, versionId, element, uploadId })
    await attach(1, 'Sobre-PEP', await uploaded('sobre-pep.pdf', 'sobre.pdf'))
    await attach(2, 'Instructivo', await uploaded('instructivo.pdf', 'instructivo.pdf'))
    await expectRefusal(attach(3, 'Otro', await document()), { code: 'NOT_PDF' })
    const { artworks, recordVersion } = await coordinator().version({ id: versionId })
    expect(recordVersion).toBe(3)
    expect(artworks.slice(1).map(({ element, upload }) => [element, upload.type])).toEqual([
      ['Sobre-PEP', 'pdf'],
      ['Instructivo', 'pdf'],
    ])
    expect(artworks[1]?.pages[0]?.widthMm).toBeGreaterThan(50)
  })
})

describe('a resolution', () => {
  const resolution = {
    number: 'INE/CVMRE-04SE: 21/12/2017',
    body: 'CVMRE',
    day: '2017-12-21',
    subject: 'Someter',
  } as const

  async function working() {
    const { versionId } = await aVersion(product)
    await product.deps.pool.query(`UPDATE specification_version SET status = 'working' WHERE id = $1`, [versionId])
    return versionId
  }

  test('of the commission leaves the version where it stands, of the Consejo General it approves', async () => {
    const versionId = await working()
    const record = (
      seen: number,
      more: Partial<Parameters<ReturnType<typeof coordinator>['recordResolution']>[0]> = {},
    ) => coordinator().recordResolution({ key: randomUUID(), seen, versionId, ...resolution, ...more })
    const first = await record(1)
    expect(first).toMatchObject({ recordVersion: 2, folio: expect.stringMatching(/^ACU\/DERFE\/2017\/\d{4}$/) })
    await expectRefusal(record(2), { code: 'RESOLUTION_ALREADY_RECORDED' })
    await record(2, { number: 'INE/CG49/2018', body: 'CG', day: null })
    const version = await coordinator().version({ id: versionId })
    expect(version).toMatchObject({ status: 'approved', allowed: ['classify'] })
    expect(version.resolutions.map(({ number, day }) => [number, day])).toEqual([
      [resolution.number, '2017-12-21'],
      ['INE/CG49/2018', null],
    ])
  })

  test('of the Consejo General on a later version supersedes the earlier one, on its own record', async () => {
    const earlier = await working()
    const approve = async (versionId: string, number: string) => {
      const { recordVersion: seen } = await coordinator().version({ id: versionId })
      await coordinator().recordResolution({ key: randomUUID(), seen, versionId, ...resolution, number, body: 'CG' })
    }
    await approve(earlier, 'INE/CG49/2018')
    const { rows } = await product.query<{ id: string }>(
      `INSERT INTO specification_version
         (specification_id, number, status, title, source_id, findings, indexed_at, status_since, created_by, created_at)
       SELECT specification_id, 2, 'working', title, source_id, '[]', now(), now(), 'x', now()
       FROM specification_version WHERE id = $1 RETURNING id`,
      [earlier],
    )
    await approve(rows[0]?.id ?? '', 'INE/CG100/2018')
    expect(await coordinator().version({ id: earlier })).toMatchObject({ status: 'superseded', allowed: ['classify'] })
    expect(await coordinator().version({ id: rows[0]?.id ?? '' })).toMatchObject({ status: 'approved' })
    const trail = await product.as(people.AUDITOR).evidence.trail({ recordId: earlier })
    expect(trail.rows[0]).toMatchObject({
      verb: 'specifications.supersede',
      details: [{ label: 'Por la versión', value: '2' }],
    })
  })

  test('cannot be recorded on a draft', async () => {
    const { versionId } = await aVersion(product)
    const command = { key: randomUUID(), seen: 1, versionId, ...resolution }
    await expectRefusal(coordinator().recordResolution(command), { code: 'WRONG_VERSION_STATUS' })
  })
})

test('a version is withdrawn with a reason, and stays', async () => {
  const versionId = await imported(await created())
  await coordinator().withdraw({ key: randomUUID(), seen: 1, versionId, reason: 'Se cargó por error' })
  expect(await coordinator().version({ id: versionId })).toMatchObject({ status: 'withdrawn', allowed: [] })
  const { rows } = await product.as(people.AUDITOR).evidence.trail({ recordId: versionId })
  expect(rows.map(({ verb, reason }) => [verb, reason])).toEqual([
    ['specifications.withdraw', 'Se cargó por error'],
    ['specifications.import', null],
  ])
})
