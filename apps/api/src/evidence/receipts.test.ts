import { hashPassword } from 'better-auth/crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { aReview } from '../../testing/review.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

const PASSWORD = 'a password of tests'
const CHIAPAS = people.liaison('chis')

let product: TestProduct
let server: TestServer
let review: Awaited<ReturnType<typeof aReview>>
let code: string
beforeAll(async () => {
  product = await createTestProduct({ passwordHash: await hashPassword(PASSWORD) })
  server = await startTestServer(product)
  review = await aReview(product)
  await review.start(CHIAPAS)
  await review.draft(CHIAPAS)
  code = (await review.send(CHIAPAS)).code ?? ''
})
afterAll(async () => {
  await server.end()
  await product.end()
})

/** Anybody who holds the code, without a session. */
const verify = (of: string) => product.as(null).evidence.verify({ code: of })

describe('the receipt as a PDF', () => {
  const download = async (who: string | null, file = `${code}.pdf`) => {
    const headers: Record<string, string> = who === null ? {} : { cookie: await server.signIn(who, PASSWORD) }
    const response = await fetch(`${server.origin}/receipts/${file}`, { headers })
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      bytes: Buffer.from(await response.arrayBuffer()),
    }
  }

  test('is the same bytes each time, for who acted, DERFE and the auditor', async () => {
    const [own, derfe, auditor] = [
      await download(CHIAPAS),
      await download(people.DERFE_HEAD),
      await download(people.AUDITOR),
    ]
    expect(own).toMatchObject({ status: 200, type: 'application/pdf' })
    expect(own.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(derfe.bytes.equals(own.bytes)).toBe(true)
    expect(auditor.bytes.equals(own.bytes)).toBe(true)
  })

  test('does not exist for anybody else, nor under another address', async () => {
    expect((await download(people.liaison('jal'))).status).toBe(404)
    expect((await download(people.OBSERVER)).status).toBe(404)
    expect((await download(CHIAPAS, `${code}.exe`)).status).toBe(404)
    expect((await download(CHIAPAS, `${code}x.pdf`)).status).toBe(404)
    expect((await download(null)).status).toBe(401)
  })
})

describe('who altered evidence is found by the code of the receipt', () => {
  let owner: pg.Client
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: product.ownerUrl })
    await owner.connect()
    for (const table of ['audit_event', 'receipt']) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await owner.query('ALTER TABLE issued_file DROP CONSTRAINT issued_file_folio_fkey')
  })
  afterAll(() => owner.end())

  const change = async (statement: string) => {
    const kept = await owner.query('SELECT * FROM receipt WHERE code = $1', [code])
    const event = await owner.query<{ record_id: string }>(
      'SELECT * FROM audit_event WHERE (record_id, seq) = (SELECT record_id, seq FROM receipt WHERE code = $1)',
      [code],
    )
    await owner.query(statement)
    const { result } = await verify(code)
    for (const [table, row] of [
      ['receipt', kept.rows[0]],
      ['audit_event', event.rows[0]],
    ] as const) {
      await owner.query(`DELETE FROM ${table} WHERE record_id = $1 AND seq = $2`, [row.record_id, row.seq])
      const names = Object.keys(row)
      await owner.query(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
        Object.values(row),
      )
    }
    return result
  }

  test.each([
    ['the receipt', `UPDATE receipt SET body = replace(body, '"1"', '"2"')`],
    ['the hash of the receipt', `UPDATE receipt SET hash = sha256('x')`],
    ['the act', `UPDATE audit_event SET body = replace(body, '"1"', '"2"') WHERE verb = 'responses.send'`],
    ['the act and its hash', `UPDATE audit_event SET hash = sha256('x') WHERE verb = 'responses.send'`],
    ['the act by removing it', `DELETE FROM audit_event WHERE verb = 'responses.send'`],
    ['the receipt beyond reading', `UPDATE receipt SET body = '{'`],
  ])('%s', async (_what, statement) => {
    expect((await verify(code)).result).toBe('genuine')
    expect(await change(statement)).toBe('altered')
    expect((await verify(code)).result).toBe('genuine')
  })
})

test('a receipt is genuine until the answer is withdrawn, and then names what replaced it', async () => {
  expect(await verify(code)).toMatchObject({
    result: 'genuine',
    folio: 'ACU/CHIS/2017/0001',
    act: 'Envío de observaciones',
    hash: expect.stringMatching(/^[\da-f]{64}$/),
    illustrative: true,
    supersededBy: null,
  })
  expect(await verify('nobody-gave-this-code')).toEqual({ result: 'unknown' })

  await product.as(CHIAPAS).responses.withdrawToCorrect({ ...(await review.onAnswer(CHIAPAS)), reason: 'Falta una' })
  const since = product.deps.clock.now()
  expect(await verify(code)).toMatchObject({ result: 'without_effect', since, supersededBy: null })
  const again = await review.send(CHIAPAS)
  expect(await verify(code)).toMatchObject({ result: 'superseded', since, supersededBy: again.code })
  expect(await verify(again.code ?? '')).toMatchObject({ result: 'genuine', folio: 'ACU/CHIS/2017/0002' })
})
