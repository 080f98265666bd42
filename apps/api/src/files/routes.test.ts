import { readFile } from 'node:fs/promises'
import { request as rawRequest } from 'node:http'
import type { UploadView } from '@portal/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADMINISTRATOR, AUDITOR, COORDINATOR, liaison, OBSERVER } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { keepUpload } from './keep-upload.ts'

const asset = (name: string) => readFile(new URL(`../demonstration/assets/${name}`, import.meta.url))
let product: TestProduct
let server: TestServer
let coordinator: string
let pdf: Buffer
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  coordinator = await server.cookieOf(COORDINATOR)
  pdf = await asset('sobre-pep.pdf')
})
afterAll(async () => {
  await server.end()
  await product.end()
})

const send = (bytes: Buffer | string, name: string, cookie = coordinator) =>
  fetch(`${server.origin}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/octet-stream' },
    body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
  })
const sent = async (bytes: Buffer, name: string) => (await (await send(bytes, name)).json()) as UploadView
const get = (id: string, cookie: string, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/files/${id}`, { headers: { cookie, ...headers } })
const refusalOf = async (response: Response) => {
  const body = (await response.json()) as { refusal: unknown; requestId: string }
  expect(body.requestId).toBe(response.headers.get('x-request-id'))
  return [response.status, body.refusal]
}

describe('what comes', () => {
  test('a document and artwork are kept under the names they came with', async () => {
    const docx = await asset('especificaciones-pep-v1.docx')
    expect(await sent(docx, 'carpeta/Especificaciones.docx')).toMatchObject({
      name: 'Especificaciones.docx',
      bytes: docx.length,
      type: 'docx',
    })
    const first = await sent(pdf, 'Sobre.pdf')
    const again = await sent(pdf, 'Otro nombre.docx')
    expect(again).toMatchObject({ type: 'pdf', name: 'Otro nombre.docx.pdf', sha256: first.sha256 })
    expect(again.id).not.toBe(first.id)
  })

  test.each([
    ['', 'nada.pdf', 422, { code: 'EMPTY' }],
    ['<script>alert(1)</script>', 'pagina.html', 415, { code: 'TYPE_NOT_ACCEPTED', type: 'desconocido' }],
    ['<script>alert(1)</script>', 'pagina.pdf', 415, { code: 'NOT_PDF' }],
    ['MZ this is a program', 'programa.docx', 415, { code: 'NOT_DOCX' }],
    ['PK\u0003\u0004 some other archive', 'fotos.zip', 415, { code: 'TYPE_NOT_ACCEPTED', type: 'archivo comprimido' }],
  ])('%j as %s is refused by its content', async (bytes, name, status, refusal) => {
    expect(await refusalOf(await send(bytes, name))).toEqual([status, refusal])
  })

  test('what Word encrypted or Word 97 wrote is told apart by its content', async () => {
    const ole = (stream: string) =>
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(stream, 'utf16le')])
    expect(await refusalOf(await send(ole('EncryptedPackage'), 'a.docx'))).toEqual([422, { code: 'ENCRYPTED' }])
    expect(await refusalOf(await send(ole('WordDocument'), 'a.docx'))).toEqual([415, { code: 'NOT_DOCX' }])
  })

  test('nobody but the coordinator uploads', async () => {
    expect(await refusalOf(await send(pdf, 'a.pdf', ''))).toEqual([401, { code: 'NOT_SIGNED_IN' }])
    const opl = await server.cookieOf(liaison('chis'))
    expect(await refusalOf(await send(pdf, 'a.pdf', opl))).toEqual([403, { code: 'FORBIDDEN' }])
  })

  test('a form of another page is no file', async () => {
    const response = await fetch(`${server.origin}/files?name=a.pdf`, {
      method: 'POST',
      headers: { cookie: coordinator, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=b',
    })
    expect(response.status).toBe(415)
  })

  test('what has no end is refused at the limit, and nothing of it stays', async () => {
    const before = await product.reader.one<{ count: number }>({ name: 'test_uploads', text: COUNT }, [])
    let given = 0
    const endless = async function* () {
      for (;;) {
        given += 1024
        yield Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1015)])
      }
    }
    const limit = 8 * 1024
    await expect(
      keepUpload(product.deps, product.person(COORDINATOR), 'grande.pdf', endless(), limit),
    ).rejects.toMatchObject({ refusal: { code: 'TOO_LARGE', limit, unit: 'bytes' } })
    expect(given).toBeLessThan(2 * limit)
    expect(await product.reader.one({ name: 'test_uploads', text: COUNT }, [])).toEqual(before)
  })

  test('a connection that breaks on the way keeps nothing', async () => {
    const before = await product.reader.one<{ count: number }>({ name: 'test_uploads', text: COUNT }, [])
    await new Promise<void>((resolve) => {
      const request = rawRequest(`${server.origin}/files?name=a.pdf`, {
        method: 'POST',
        headers: { cookie: coordinator, 'content-type': 'application/octet-stream', 'content-length': pdf.length },
      })
      request.on('error', () => resolve())
      request.write(pdf.subarray(0, 1000), () => request.destroy(new Error('gone')))
    })
    // The next request is answered after the server has seen the end of the last one.
    await fetch(`${server.origin}/health/live`)
    expect(await product.reader.one({ name: 'test_uploads', text: COUNT }, [])).toEqual(before)
  })
})
const COUNT = 'SELECT count(*)::int AS count FROM upload'

describe('what is given back', () => {
  test('it is to be saved, never opened in place, whole or in part, once', async () => {
    const upload = await sent(pdf, 'Señal <1>.pdf')
    const whole = await get(upload.id, coordinator)
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Senal _1_.pdf"; filename*=UTF-8''Se%C3%B1al%20_1_.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'private, no-cache',
      etag: `"${upload.sha256}"`,
    })
    expect(Buffer.from(await whole.arrayBuffer()).equals(pdf)).toBe(true)

    const part = await get(upload.id, coordinator, { range: 'bytes=5-9' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 5-9/${pdf.length}`])
    expect(Buffer.from(await part.arrayBuffer()).equals(pdf.subarray(5, 10))).toBe(true)
    expect((await get(upload.id, coordinator, { range: `bytes=${pdf.length}-` })).status).toBe(416)
    expect((await get(upload.id, coordinator, { 'if-none-match': `"${upload.sha256}"` })).status).toBe(304)
  })

  test('a Word document is bytes to every browser', async () => {
    const upload = await sent(await asset('especificaciones-pep-v1.docx'), 'a.docx')
    expect((await get(upload.id, coordinator)).headers.get('content-type')).toBe('application/octet-stream')
  })

  test('an OPL gets the artwork of a version that was sent to it; nobody else’s business is not found', async () => {
    const upload = await sent(pdf, 'Lámina.pdf')
    const versionId = await versionWith(upload.id)
    const chis = await server.cookieOf(liaison('chis'))
    const jal = await server.cookieOf(liaison('jal'))
    const others = await Promise.all([AUDITOR, OBSERVER, ADMINISTRATOR].map((email) => server.cookieOf(email)))
    const statuses = async () =>
      await Promise.all([chis, jal, ...others].map(async (cookie) => (await get(upload.id, cookie)).status))
    expect(await statuses()).toEqual([404, 404, 200, 404, 404])
    await sendTo(versionId, 'chis')
    expect(await statuses()).toEqual([200, 404, 200, 200, 404])
    expect(await refusalOf(await get('no-id', chis))).toEqual([404, { code: 'NOT_FOUND' }])
  })
})

async function versionWith(uploadId: string): Promise<string> {
  const row = await product.reader.one<{ id: string }>(
    {
      name: 'test_version',
      text: `
        WITH s AS (
          INSERT INTO specification (title, kind, created_by, created_at) VALUES ('PEP', 'pep', 'x', now()) RETURNING id
        ), v AS (
          INSERT INTO specification_version
            (specification_id, number, status, title, source_id, findings, status_since, created_by, created_at)
          SELECT id, 1, 'draft', 'PEP', $1, '[]', now(), 'x', now() FROM s RETURNING id
        )
        INSERT INTO artwork (version_id, position, element, upload_id, pages, attached_by, attached_at)
        SELECT id, 1, 'Sobre-PEP', $1, '[]', 'x', now() FROM v RETURNING version_id AS id`,
    },
    [uploadId],
  )
  return row?.id ?? ''
}

const sendTo = (versionId: string, organisationId: string) =>
  product.reader.rows(
    {
      name: 'test_round',
      text: `
        WITH r AS (
          INSERT INTO review_round (version_id, number, status, status_since, visibility, rule_amount, rule_kind,
            calendar_key, opened_at, due, created_by, created_at)
          VALUES ($1, 1, 'open', now(), 'after_publication', 5, 'natural_days', 'electoral_process', now(), now(),
            'x', now())
          RETURNING id
        )
        INSERT INTO round_response (round_id, organisation_id, status, status_since)
        SELECT id, $2, 'unopened', now() FROM r`,
    },
    [versionId, organisationId],
  )
