import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { aReview } from '../../testing/review.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { smallPdf } from '../../testing/small-pdf.ts'
import { keepUpload } from '../files/keep-upload.ts'
import { bundleRound } from './bundle-round.ts'

const CHIAPAS = people.liaison('chis')
const JALISCO = people.liaison('jal')

let product: TestProduct
let server: TestServer
let review: Awaited<ReturnType<typeof aReview>>
const artwork = Buffer.from(smallPdf('lámina'))
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  review = await aReview(product, { recipients: ['chis', 'jal'] })
  const kept = await keepUpload(product.deps, product.person(people.COORDINATOR), 'x.pdf', Readable.from([artwork]))
  await product.query('UPDATE artwork SET upload_id = $1', [kept.id])
  await review.start(CHIAPAS)
  await review.draft(CHIAPAS, { says: '=1+1', shouldSay: 'lo de Chiapas' })
  await review.start(JALISCO)
  await review.draft(JALISCO, { shouldSay: 'lo de Jalisco' })
})
afterAll(async () => {
  await server.end()
  await product.end()
})

async function bundleOf(who: string) {
  const { archive } = await bundleRound(product.deps, product.person(who), review.roundId)
  return unzipSync(new Uint8Array(await buffer(archive)))
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** All that the workbook says, without its formatting. */
const textOf = (parts: Record<string, Uint8Array>) => {
  const book = unzipSync(parts['observaciones.xlsx'] ?? new Uint8Array())
  return Object.values(book)
    .map((part) => strFromU8(part))
    .join('\n')
}

describe('what an OPL takes with it of a round', () => {
  test('is a document to read, the artwork and a workbook with its own drafts', async () => {
    const parts = await bundleOf(CHIAPAS)
    expect(Object.keys(parts).toSorted()).toEqual([
      'documento.pdf',
      'laminas/01-Sobre-Postal-Voto.pdf',
      'observaciones.xlsx',
    ])
    expect(strFromU8(parts['documento.pdf']?.subarray(0, 5) ?? new Uint8Array())).toBe('%PDF-')
    expect(sha256(parts['laminas/01-Sobre-Postal-Voto.pdf'] ?? new Uint8Array())).toBe(sha256(artwork))
    const text = textOf(parts)
    for (const word of ['lo de Chiapas', 'Borrador', review.roundId, '2.1', 'Papel bond de 90 g']) {
      expect(text).toContain(word)
    }
    expect(text).not.toContain('Jalisco')
    expect(text).not.toMatch(/<f[ >]/)
  })

  test('has no clause and no artwork that is kept from it', async () => {
    const [clauseId] = review.clauseIds
    await product.query(`UPDATE clause SET access_class = 'reserved' WHERE id = $1`, [clauseId])
    await product.query(`UPDATE artwork SET access_class = 'reserved'`)
    const parts = await bundleOf(JALISCO)
    expect(Object.keys(parts)).toHaveLength(2)
    expect(textOf(parts)).not.toContain('380 mm')
    await product.query(`UPDATE clause SET access_class = 'public'`)
    await product.query(`UPDATE artwork SET access_class = 'public'`)
  })

  test('takes no new observations once the answer was sent', async () => {
    const lines = (text: string) => text.match(/sqref="C5:C(\d+)"/)?.[1]
    expect(lines(textOf(await bundleOf(JALISCO)))).toBe('305')
    await review.send(people.oplHead('jal'))
    const text = textOf(await bundleOf(JALISCO))
    expect(lines(text)).toBe('5')
    expect(text).toContain('Recibida')
  })

  test('goes over HTTP as a file to keep, only to an OPL to which the round was sent', async () => {
    const get = async (who: string) =>
      fetch(`${server.origin}/exports/rounds/${review.roundId}/offline.zip`, {
        headers: { cookie: await server.cookieOf(who) },
      })
    const answer = await get(CHIAPAS)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="ronda-1-sin-conexion.zip"')
    expect(Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))).toContain('documento.pdf')
    for (const who of [people.liaison('pue'), people.COORDINATOR, people.ADMINISTRATOR]) {
      expect((await get(who)).status).toBe(404)
    }
  })
})
