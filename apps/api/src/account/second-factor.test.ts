import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aBrowser, type Said } from '../../testing/browser.ts'
import { COORDINATOR, DERFE_HEAD, liaison } from '../../testing/people.ts'
import { totpCode } from '../../testing/authenticator.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

const PASSWORD = 'una frase larga de prueba'

let product: TestProduct
let server: TestServer
let other: TestServer
beforeAll(async () => {
  product = await createTestProduct({ passwordHash: await hashPassword(PASSWORD), secondFactor: 'compulsory' })
  server = await startTestServer(product)
  other = await startTestServer(product)
})
afterAll(async () => {
  await other.end()
  await server.end()
  await product.end()
})
beforeEach(() => product.query('DELETE FROM rate_limit'))

const stepNow = () => Math.floor(Date.now() / 30_000)
const fromBase32 = (text: string): Buffer => {
  const bits = Array.from(text)
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
const entered = async (email: string, at: TestServer = server) => {
  const browser = aBrowser(at)
  expect((await browser.signIn(email, PASSWORD)).status).toBe(200)
  return browser
}
/** Somebody with a code of an application, set up by the procedures; none of its codes counts as used. */
async function withTotp(email: string) {
  const browser = await entered(email)
  const offer = (await browser.act('account.offerTotp', { password: PASSWORD })).body as { secret: string }
  const secret = fromBase32(offer.secret)
  const confirmed = await browser.act('account.confirmTotp', { code: totpCode(secret, stepNow()) })
  const { codes } = confirmed.body as { codes: string[] }
  await product.query('UPDATE totp SET last_step = 0 WHERE person_id = $1', [product.person(email).personId])
  return { browser, secret, codes }
}
const forget = async (email: string) => {
  const values = [product.person(email).personId]
  for (const table of ['totp', 'recovery_code', 'session']) {
    await product.query(`DELETE FROM ${table} WHERE person_id = $1`, values)
  }
}
const step = async (browser: ReturnType<typeof aBrowser>) =>
  ((await browser.ask('session.current')).body as { secondFactor: unknown }).secondFactor
/** A quarter of an hour goes by for sessions that have shown no factor. */
const expire = async (browser: ReturnType<typeof aBrowser>) => {
  expect(await step(browser)).not.toBeNull()
  await product.query(`UPDATE session SET created_at = created_at - interval '16 minutes' WHERE second_factor IS NULL`)
  await product.query('UPDATE person SET name = name')
}
const statusOf = ({ status, refusal }: Said) => [status, (refusal as { code: string } | null)?.code ?? null]

describe('whoever validates and has no second factor', () => {
  test('may set one up and nothing else, by any door', async () => {
    const browser = await entered(DERFE_HEAD)
    expect(await step(browser)).toEqual({ step: 'set_up', totp: false, passkey: false })
    const refused = [403, 'SECOND_FACTOR_REQUIRED']
    expect(statusOf(await browser.ask('turn.mine'))).toEqual(refused)
    expect(statusOf(await browser.ask('directory.organisations'))).toEqual(refused)
    for (const path of ['/live', '/files/none', '/exports/rounds/none/matrix.xlsx', '/exports/people.csv']) {
      expect([path, ...statusOf(await browser.get(path))]).toEqual([path, ...refused])
    }
    expect((await browser.ask('account.get')).body).toMatchObject({ compulsory: true, totpSince: null, passkeys: [] })
  })

  test('goes on once it is set up, under a new cookie; the old one and other sessions open nothing', async () => {
    const elsewhere = await entered(DERFE_HEAD)
    const { browser, codes } = await withTotp(DERFE_HEAD)
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
    expect((await browser.ask('turn.mine')).status).toBe(200)
    expect(statusOf(await elsewhere.ask('account.get'))).toEqual([401, 'NOT_SIGNED_IN'])
    expect(statusOf(await browser.act('account.removeTotp', { password: PASSWORD }))).toEqual([
      412,
      'LAST_SECOND_FACTOR',
    ])
    const { rows } = await product.query<{ verb: string }>(
      'SELECT verb FROM audit_event WHERE record_id = $1 ORDER BY seq',
      [product.person(DERFE_HEAD).personId],
    )
    expect(rows.map(({ verb }) => verb)).toEqual(['account.confirmTotp'])
  })

  test('has a quarter of an hour from entering: an older session that lacks a factor opens nothing', async () => {
    await forget(DERFE_HEAD)
    const browser = await entered(DERFE_HEAD)
    await expire(browser)
    await expect.poll(() => step(browser)).toBeNull()
    for (const act of ['account.offerTotp', 'account.offerPasskey']) {
      expect(statusOf(await browser.act(act, { password: '' }))).toEqual([401, 'NOT_SIGNED_IN'])
    }
  })

  test('whoever prepares is not compelled', async () => {
    const browser = await entered(COORDINATOR)
    expect([await step(browser), (await browser.ask('turn.mine')).status]).toEqual([null, 200])
  })
})

describe('the second step', () => {
  const CHIS = liaison('chis')
  beforeEach(() => forget(CHIS))

  test('is asked of whoever has a factor, also where none is compulsory, and a code enters once', async () => {
    const { secret } = await withTotp(CHIS)
    const browser = await entered(CHIS)
    const before = browser.cookie()
    expect(await step(browser)).toEqual({ step: 'enter', totp: true, passkey: false })
    for (const procedure of ['turn.mine', 'account.get']) {
      expect(statusOf(await browser.ask(procedure))).toEqual([403, 'SECOND_FACTOR_REQUIRED'])
    }
    expect(statusOf(await browser.act('account.offerTotp', { password: PASSWORD }))).toEqual([
      403,
      'SECOND_FACTOR_REQUIRED',
    ])
    expect(statusOf(await browser.post('/auth/segundo-factor', { code: '000 000' }))).toEqual([422, 'WRONG_CODE'])

    const code = totpCode(secret, stepNow())
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
    expect((await browser.post('/auth/segundo-factor', { code: spaced })).status).toBe(200)
    expect((await browser.ask('turn.mine')).status).toBe(200)
    expect(statusOf(await aBrowser(server, before).ask('turn.mine'))).toEqual([401, 'NOT_SIGNED_IN'])

    const thief = await entered(CHIS, other)
    for (const used of [code, totpCode(secret, stepNow() - 1)]) {
      expect(statusOf(await thief.post('/auth/segundo-factor', { code: used }))).toEqual([422, 'WRONG_CODE'])
    }
  })

  test('a code that comes twice at once, to two instances, enters once', async () => {
    const { secret } = await withTotp(CHIS)
    const code = totpCode(secret, stepNow())
    const both = [await entered(CHIS), await entered(CHIS, other)]
    const said = await Promise.all(both.map((browser) => browser.post('/auth/segundo-factor', { code })))
    expect(said.map(({ status }) => String(status)).toSorted()).toEqual(['200', '422'])
  })

  test('a recovery code enters once, is on record, and new ones make the old ones void', async () => {
    const { browser, codes } = await withTotp(CHIS)
    const [first = '', second = ''] = codes
    const lost = await entered(CHIS)
    expect((await lost.post('/auth/segundo-factor', { code: ` ${first.toLowerCase()} ` })).status).toBe(200)
    expect((await lost.ask('account.get')).body).toMatchObject({ recoveryCodesLeft: 9 })
    const again = await entered(CHIS)
    expect(statusOf(await again.post('/auth/segundo-factor', { code: first }))).toEqual([422, 'WRONG_CODE'])
    const log = await product.query(`SELECT id FROM audit_event WHERE verb = 'account.useRecoveryCode'`)
    expect(log.rows).toHaveLength(1)
    expect((await product.query('SELECT hash FROM recovery_code')).rows).not.toContainEqual({ hash: second })

    const wrong = await browser.act('account.renewRecoveryCodes', { password: 'otra cosa' })
    expect(statusOf(wrong)).toEqual([422, 'WRONG_PASSWORD'])
    const renewed = await browser.act('account.renewRecoveryCodes', { password: PASSWORD })
    expect((renewed.body as { codes: string[] }).codes).toHaveLength(10)
    expect(statusOf(await again.post('/auth/segundo-factor', { code: second }))).toEqual([422, 'WRONG_CODE'])
  })

  test('five that fail lock it for the person, from any session and on any instance', async () => {
    const { secret } = await withTotp(CHIS)
    const here = await entered(CHIS)
    const there = await entered(CHIS, other)
    for (const browser of [here, there, here, there, here]) {
      expect(statusOf(await browser.post('/auth/segundo-factor', { code: '000000' }))).toEqual([422, 'WRONG_CODE'])
    }
    const code = totpCode(secret, stepNow())
    for (const browser of [here, there]) {
      expect(statusOf(await browser.post('/auth/segundo-factor', { code }))).toEqual([429, 'TOO_MANY_REQUESTS'])
    }
    await product.query('UPDATE rate_limit SET last_request = last_request - 600001')
    expect((await there.post('/auth/segundo-factor', { code })).status).toBe(200)
  })

  test('who waits a quarter of an hour begins again', async () => {
    await withTotp(CHIS)
    const browser = await entered(CHIS)
    await expire(browser)
    await expect.poll(() => step(browser)).toBeNull()
    expect(statusOf(await browser.post('/auth/segundo-factor', { code: '000000' }))).toEqual([401, 'NOT_SIGNED_IN'])
  })

  test('goes when the person switches it off with their password', async () => {
    const { browser } = await withTotp(CHIS)
    expect((await browser.act('account.removeTotp', { password: PASSWORD })).status).toBe(200)
    expect((await browser.ask('account.get')).body).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 })
    expect(await step(await entered(CHIS))).toBeNull()
  })

  test('of the secret the database keeps nothing that can be read', async () => {
    const { secret } = await withTotp(CHIS)
    const { rows } = await product.query<{ secret: Buffer }>('SELECT secret FROM totp WHERE person_id = $1', [
      product.person(CHIS).personId,
    ])
    expect(rows[0]?.secret.includes(secret)).toBe(false)
  })

  test('does not open with the secret of another person', async () => {
    const { secret } = await withTotp(CHIS)
    await withTotp(liaison('jal'))
    await product.query(
      'UPDATE totp SET secret = (SELECT secret FROM totp WHERE person_id = $1) WHERE person_id = $2',
      [product.person(CHIS).personId, product.person(liaison('jal')).personId],
    )
    const browser = await entered(liaison('jal'))
    const said = await browser.post('/auth/segundo-factor', { code: totpCode(secret, stepNow()) })
    expect(statusOf(said)).toEqual([422, 'WRONG_CODE'])
  })
})
