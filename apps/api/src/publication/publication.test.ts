import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview } from '../../testing/review.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { smallPdf } from '../../testing/small-pdf.ts'
import { keepUpload } from '../files/keep-upload.ts'

/** In all that is not public: reserved content, names of people, what others did. */
const CANARY = 'canario'
const CHIAPAS = people.liaison('chis')

let product: TestProduct
let server: TestServer
let review: Awaited<ReturnType<typeof aReview>>
let files: { source: string; artwork: string; secret: string }
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  review = await aReview(product, { recipients: ['chis'] })
  await product.query(`UPDATE person SET name = '${CANARY} ' || name`)
  const kept = async (name: string, more: string) => {
    const bytes = async function* () {
      yield Buffer.from(smallPdf(more))
    }
    return (await keepUpload(product.deps, product.person(people.COORDINATOR), name, bytes())).id
  }
  files = {
    source: await kept('Fuente.docx', 'fuente'),
    artwork: await kept('Sobre.pdf', 'sobre'),
    secret: await kept('Medidas.pdf', CANARY),
  }
  const { versionId, artworkId } = review
  await product.query('UPDATE specification_version SET source_id = $2 WHERE id = $1', [versionId, files.source])
  await product.query('UPDATE artwork SET upload_id = $2 WHERE id = $1', [artworkId, files.artwork])
  await product.query(
    `INSERT INTO artwork (version_id, position, element, upload_id, pages, attached_by, attached_at, access_class, access_basis)
     VALUES ($1, 1, 'Medidas', $2, '[]', 'x', now(), 'reserved', 'Acuerdo 4/2017')`,
    [versionId, files.secret],
  )
  await product.query(
    `UPDATE clause SET text = $2, access_class = 'reserved', access_basis = 'Acuerdo 4/2017' WHERE id = $1`,
    [review.clauseIds[0], CANARY],
  )
  await review.start(CHIAPAS)
  await product.query(`UPDATE round_response SET late_reason = $1`, [CANARY])
  await review.draft(CHIAPAS, { target: { kind: 'clause', clauseId: review.clauseIds[1] ?? '' }, says: 'a la vista' })
  await review.send(CHIAPAS)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

const anybody = () => product.as(null).publication
const admin = () => product.as(people.ADMINISTRATOR).publication
const download = async (path: string) => {
  const response = await fetch(`${server.origin}/exports/publico/${path}`)
  return [response.status, await response.text()] as const
}
const setRule = async (
  kind: 'approved_versions' | 'published_matrices',
  shown: boolean,
  basis = 'Artículo de prueba',
) => {
  const rule = (await admin().rules()).find((one) => one.kind === kind)
  return await admin().setRule({
    key: randomUUID(),
    seen: rule?.recordVersion ?? 0,
    kind,
    shown,
    basis,
    reason: 'Se pide',
  })
}
const everything = async () => {
  const view = await anybody().version({ id: review.versionId })
  return JSON.stringify([await anybody().list({}), view, await download('versiones.csv')])
}

test('nothing is public before the Consejo General approves it', async () => {
  expect((await anybody().list({})).rows).toEqual([])
  await expectRefusal(anybody().version({ id: review.versionId }), { code: 'NOT_FOUND' })
  expect((await download(`archivos/${files.artwork}`))[0]).toBe(404)
  expect((await download(`matrices/${review.roundId}`))[0]).toBe(404)
})

describe('an approved version', () => {
  beforeAll(async () => {
    await product.as(people.COORDINATOR).rounds.closeEarly({ ...(await review.onRound()), reason: 'Contestaron' })
    await review.disposeAll()
    await product.as(people.COORDINATOR).rounds.propose(await review.onRound())
    await product.as(people.DERFE_HEAD).rounds.validate(await review.onRound())
    const { recordVersion: seen } = await product
      .as(people.COORDINATOR)
      .specifications.version({ id: review.versionId })
    const resolution = { number: 'INE/CG49/2018', body: 'CG', day: '2018-01-22', subject: 'Se aprueba' } as const
    const { versionId } = review
    await product
      .as(people.COORDINATOR)
      .specifications.recordResolution({ key: randomUUID(), seen, versionId, ...resolution })
  })

  test('is listed with its resolution, found by its title, and a file', async () => {
    const { rows } = await anybody().list({ search: 'especificaciónes PEP' })
    const resolution = { number: 'INE/CG49/2018', body: 'CG', day: '2018-01-22', subject: 'Se aprueba' }
    expect(rows).toEqual([
      {
        id: review.versionId,
        title: 'Especificaciones del PEP',
        kind: 'pep',
        number: 1,
        status: 'approved',
        illustrative: true,
        resolutions: [resolution],
      },
    ])
    expect((await anybody().list({ search: 'boleta' })).rows).toEqual([])
    expect((await download('versiones.csv'))[1]).toContain('INE/CG49/2018')
    expect((await download('versiones.csv?buscar=boleta'))[1]).not.toContain('INE/CG49/2018')
  })

  test.each(['COMMENT', 'TRACKED_DELETION', 'HIDDEN_TEXT'])(
    'with %s in its document gives the clauses, and not the document',
    async (code) => {
      const { versionId } = review
      await product.query(`UPDATE clause SET access_class = 'public' WHERE version_id = $1`, [versionId])
      const found = async () => {
        const cookie = await server.cookieOf(CHIAPAS)
        const own = await fetch(`${server.origin}/files/${files.source}`, { headers: { cookie } })
        const { source } = await anybody().version({ id: versionId })
        return [(await download(`archivos/${files.source}`))[0], own.status, source?.id ?? null]
      }
      expect(await found()).toEqual([200, 200, files.source])
      const findings = JSON.stringify([{ code, excerpt: CANARY }])
      await product.query('UPDATE specification_version SET findings = $2 WHERE id = $1', [versionId, findings])
      expect(await found()).toEqual([404, 404, null])
      await product.query(`UPDATE specification_version SET findings = '[]' WHERE id = $1`, [versionId])
      await product.query(`UPDATE clause SET access_class = 'reserved' WHERE id = $1`, [review.clauseIds[0]])
    },
  )

  test('is read by anybody with exactly these fields, and nothing of what is reserved, nor anybody’s name', async () => {
    const view = await anybody().version({ id: review.versionId })
    expect(Object.keys(view).toSorted()).toEqual(
      'artworks clauses id illustrative kind matrices number resolutions source status title'.split(' '),
    )
    expect(view.clauses.map(({ number, text, withheld }) => [number, text, withheld])).toEqual([
      ['1.1', '', true],
      ['2.1', 'Papel bond de 90 g', false],
      ['3.1', 'Instructivo', false],
    ])
    expect(view.artworks).toEqual([
      { element: 'Sobre-Postal-Voto', file: expect.objectContaining({ id: files.artwork, name: 'Sobre.pdf' }) },
    ])
    expect([view.source, view.matrices]).toEqual([null, []])
    expect(await everything()).not.toContain(CANARY)
  })

  test('gives out the files that are not reserved, and the document not while it holds what is', async () => {
    expect(await download(`archivos/${files.artwork}`)).toEqual([200, smallPdf('sobre')])
    expect((await download(`archivos/${files.secret}`))[0]).toBe(404)
    expect((await download(`archivos/${files.source}`))[0]).toBe(404)
  })

  test('its matrix is shown once the administration says so, on a basis', async () => {
    expect((await download(`matrices/${review.roundId}`))[0]).toBe(404)
    await expectRefusal(setRule('published_matrices', true, ' '), { code: 'BASIS_NEEDED' })
    await setRule('published_matrices', true)
    const { matrices } = await anybody().version({ id: review.versionId })
    expect(matrices).toMatchObject([{ roundId: review.roundId, number: 1 }])
    const response = await fetch(`${server.origin}/exports/publico/matrices/${review.roundId}`)
    const parts = Object.values(unzipSync(new Uint8Array(await response.arrayBuffer())))
    const text = parts.map((part) => Buffer.from(part).toString()).join('')
    expect(text).toContain('a la vista')
    expect(text).not.toContain(CANARY)
    const [event] = (await product.as(people.AUDITOR).evidence.log({ verb: 'publication.setRule' })).rows
    expect(event).toMatchObject({
      reason: 'Se pide',
      details: expect.arrayContaining([{ label: 'Se muestra', value: 'Sí' }]),
    })
  })

  test('is no longer public when the administration takes it back', async () => {
    await setRule('approved_versions', false)
    expect((await anybody().list({})).rows).toEqual([])
    await expectRefusal(anybody().version({ id: review.versionId }), { code: 'NOT_FOUND' })
    expect((await download(`archivos/${files.artwork}`))[0]).toBe(404)
    expect((await download(`matrices/${review.roundId}`))[0]).toBe(404)
  })
})
