import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  CLIENT_SECRET,
  DOMAIN,
  providerSettings,
  startIdentityProvider,
  throughProvider,
  type TestIdentityProvider,
} from '../../testing/identity-provider.ts'
import { ADMINISTRATOR, liaison, oplHead } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

const PASSWORD = 'a password of tests'

let product: TestProduct
let server: TestServer
let idp: TestIdentityProvider
let jalisco: string
beforeAll(async () => {
  product = await createTestProduct({ passwordHash: await hashPassword(PASSWORD) })
  server = await startTestServer(product)
  idp = await startIdentityProvider(`${product.deps.publicUrl}/auth/sso/callback`)
  jalisco = (await product.as(ADMINISTRATOR).signOn.register(providerSettings(idp.issuer))).recordId
})
afterAll(async () => {
  await idp.end()
  await server.end()
  await product.end()
})
beforeEach(async () => {
  await product.query('DELETE FROM sign_on_subject')
  await product.query('DELETE FROM rate_limit')
})

const current = async () => {
  const [row] = (await product.as(ADMINISTRATOR).signOn.providers()).rows
  if (!row) throw new Error('there is no provider')
  const { id: providerId, recordVersion: seen, name, issuer, clientId, organisationIds, domains, exclusive } = row
  return { providerId, seen, name, issuer, clientId, organisationIds, domains, exclusive }
}
const edit = async (changes: object = {}) =>
  product.as(ADMINISTRATOR).signOn.edit({ key: randomUUID(), ...(await current()), clientSecret: null, ...changes })
const setSuspended = async (suspend: boolean) => {
  const { providerId, seen } = await current()
  const { signOn } = product.as(ADMINISTRATOR)
  await (suspend ? signOn.suspend : signOn.resume)({ key: randomUUID(), providerId, seen, reason: 'Prueba' })
}

const post = (path: string, body: unknown) =>
  fetch(`${server.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const start = (changes: object = {}) =>
  post('/auth/sso/start', { providerId: jalisco, email: liaison('jal'), returnTo: '/rondas?estado=open', ...changes })
const cookies = (response: Response) =>
  new Map(response.headers.getSetCookie().map((set) => [set.slice(0, set.indexOf('=')), set.split(';')[0] ?? '']))

/** From the sign-in screen to the provider and back: where the portal leads then, and its session's cookie. */
async function comeBack(mend: (url: URL) => void = () => undefined, changes: object = {}) {
  const started = await start(changes)
  const { location } = (await started.json()) as { location: string }
  const back = await throughProvider(location, idp.issuer)
  mend(back)
  return await callback(back, cookies(started).get('portal.sign_on') ?? '')
}
async function callback(back: URL, cookie: string) {
  const response = await fetch(`${server.origin}${back.pathname}${back.search}`, {
    redirect: 'manual',
    headers: { cookie },
  })
  return { to: response.headers.get('location'), session: cookies(response).get('portal.session_token') ?? null }
}
const refusedBecause = (why: string) => ({ to: `/entrada-no-concedida?motivo=${why}`, session: null })
const roleOf = async (session: string | null) => (await server.identity.identify(session ?? '')).actor?.role ?? null
const verified = (email: string, sub = `sub of ${email}`) => ({ sub, email, email_verified: true })

describe('entering', () => {
  test('with the institution’s provider leads back to where the person was', async () => {
    idp.signsIn(verified(liaison('jal')))
    const { to, session } = await comeBack()
    expect(to).toBe('/rondas?estado=open')
    expect((await server.identity.identify(session ?? '')).actor).toMatchObject({
      personId: product.person(liaison('jal')).personId,
      role: 'opl_liaison',
      organisationId: 'jal',
    })
  })

  test('the first time is put on record, the next ones are not', async () => {
    idp.signsIn(verified(oplHead('jal')))
    const { personId } = product.person(oplHead('jal'))
    await comeBack()
    await comeBack()
    const { rows: events } = await product.query(
      'SELECT body FROM audit_event WHERE record_id::text = $1 AND verb = $2',
      [personId, 'signOn.bind'],
    )
    expect(events).toHaveLength(1)
  })

  test('asks nobody but the provider’s own address, with PKCE and without the secret in sight', async () => {
    const { location } = (await (await start()).json()) as { location: string }
    const asked = new URL(location)
    expect(asked.origin).toBe(idp.issuer)
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256')
    expect(location).not.toContain(encodeURIComponent(CLIENT_SECRET))
    expect(asked.searchParams.get('redirect_uri')).toBe('http://localhost:4000/auth/sso/callback')
  })

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/auth/x',
  ])('never leads to %s afterwards', async (returnTo) => {
    idp.signsIn(verified(liaison('jal')))
    expect((await comeBack(undefined, { returnTo })).to).toBe('/')
  })
})

describe('nobody enters', () => {
  test.each([
    ['whom the portal does not know', verified(`nadie@${DOMAIN}`), 'unknown_person'],
    ['of another institution', verified(liaison('chis')), 'other_institution'],
    ['whose address nobody verified', { ...verified(liaison('jal')), email_verified: false }, 'email_not_verified'],
    ['without an address', { sub: 'x' }, 'no_email'],
    ['with an address outside of its domains', verified('enlace.jal@mail.example'), 'other_domain'],
    ['who turned back', null, 'cancelled'],
  ])('%s', async (_, account, why) => {
    idp.signsIn(account)
    expect(await comeBack()).toEqual(refusedBecause(why))
  })

  test('with the address of somebody who is another subject there', async () => {
    idp.signsIn(verified(liaison('jal'), 'the first'))
    expect((await comeBack()).session).not.toBeNull()
    idp.signsIn(verified(liaison('jal'), 'the next to get that address'))
    expect(await comeBack()).toEqual(refusedBecause('other_subject'))
    idp.signsIn({ sub: 'the first' })
    expect(await roleOf((await comeBack()).session)).toBe('opl_liaison')
  })

  test.each(['state', 'code', 'iss'])('whose %s somebody altered', async (name) => {
    idp.signsIn(verified(liaison('jal')))
    const back = await comeBack((url) => url.searchParams.set(name, 'https://elsewhere.example'))
    expect(back).toEqual(refusedBecause(name === 'state' ? 'expired' : 'provider_failed'))
  })

  test('in a browser that did not begin, or with a flow of another', async () => {
    idp.signsIn(verified(liaison('jal')))
    const [mine, theirs] = [await start(), await start()]
    const { location } = (await mine.json()) as { location: string }
    const back = await throughProvider(location, idp.issuer)
    expect(await callback(back, '')).toEqual(refusedBecause('expired'))
    expect(await callback(back, cookies(theirs).get('portal.sign_on') ?? '')).toEqual(refusedBecause('expired'))
    expect(await callback(back, 'portal.sign_on=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).toEqual(
      refusedBecause('expired'),
    )
  })

  test('with a code, or a nonce, of another flow', async () => {
    idp.signsIn(verified(liaison('jal')))
    const other = (await (await start()).json()) as { location: string }
    const stolen = (await throughProvider(other.location, idp.issuer)).searchParams.get('code') ?? ''
    expect(await comeBack((url) => url.searchParams.set('code', stolen))).toEqual(refusedBecause('provider_failed'))

    const started = await start()
    const { location } = (await started.json()) as { location: string }
    const altered = new URL(location)
    altered.searchParams.set('nonce', 'another')
    const back = await throughProvider(altered.href, idp.issuer)
    expect(await callback(back, cookies(started).get('portal.sign_on') ?? '')).toEqual(
      refusedBecause('provider_failed'),
    )
  })

  test('twice with the same code', async () => {
    idp.signsIn(verified(liaison('jal')))
    const started = await start()
    const { location } = (await started.json()) as { location: string }
    const back = await throughProvider(location, idp.issuer)
    const cookie = cookies(started).get('portal.sign_on') ?? ''
    expect((await callback(back, cookie)).session).not.toBeNull()
    expect(await callback(back, cookie)).toEqual(refusedBecause('expired'))
  })

  test('whose appointment ended, and their open session is nobody’s at once', async () => {
    idp.signsIn(verified(liaison('jal')))
    const { session } = await comeBack()
    expect(await roleOf(session)).toBe('opl_liaison')
    const { appointmentId } = product.person(liaison('jal'))
    await product.query(`UPDATE appointment SET ended_at = now() WHERE id = $1`, [appointmentId])
    await expect.poll(() => roleOf(session)).toBeNull()
    expect(await comeBack()).toEqual(refusedBecause('no_appointment'))
    await product.query(`UPDATE appointment SET ended_at = NULL WHERE id = $1`, [appointmentId])
  })

  test('and nobody acts for another institution that appointed them later', async () => {
    idp.signsIn(verified(liaison('jal')))
    const { session } = await comeBack()
    const { personId } = product.person(liaison('jal'))
    const { rows: later } = await product.query<{ id: string }>(
      `INSERT INTO appointment (person_id, organisation_id, role, from_day)
       VALUES ($1, 'derfe', 'derfe_head', '2017-12-14') RETURNING id`,
      [personId],
    )
    const password = await server.signIn(liaison('jal'), PASSWORD)
    await expect.poll(() => roleOf(password)).toBe('derfe_head')
    expect(await roleOf(session)).toBe('opl_liaison')
    await product.query('DELETE FROM appointment WHERE id = $1', [later[0]?.id])
  })
})

describe('a provider', () => {
  test('that is suspended lets nobody in, and closes what it opened', async () => {
    idp.signsIn(verified(liaison('jal')))
    const { session } = await comeBack()
    await setSuspended(true)
    await expect.poll(() => roleOf(session)).toBeNull()
    expect((await start()).status).toBe(412)
    await setSuspended(false)
    expect(await roleOf((await comeBack()).session)).toBe('opl_liaison')
  })

  test('that alone lets in makes the password useless, but not to the administration', async () => {
    const before = await server.signIn(liaison('jal'), PASSWORD)
    await edit({ exclusive: true, organisationIds: ['jal'] })
    const refusedPassword = await post('/auth/sign-in/email', { email: liaison('jal'), password: PASSWORD })
    expect([refusedPassword.status, refusedPassword.headers.getSetCookie()]).toEqual([403, []])
    expect(await refusedPassword.json()).toMatchObject({
      refusal: { code: 'SIGN_ON_REQUIRED', providerId: jalisco, provider: 'IEPC Jalisco' },
    })
    const wrong = await post('/auth/sign-in/email', { email: liaison('jal'), password: 'another password' })
    expect(wrong.status).toBe(401)
    await expect.poll(() => roleOf(before)).toBeNull()
    expect(await roleOf(await server.signIn(ADMINISTRATOR, PASSWORD))).toBe('administrator')
    idp.signsIn(verified(liaison('jal')))
    expect(await roleOf((await comeBack()).session)).toBe('opl_liaison')
    await edit({ exclusive: false })
    await expect.poll(() => roleOf(before)).toBe('opl_liaison')
  })

  test('that is down is said at once, and the start of the same person is throttled', async () => {
    const gone = await startIdentityProvider('http://localhost:4000/auth/sso/callback')
    const { recordId } = await product
      .as(ADMINISTRATOR)
      .signOn.register(
        providerSettings(gone.issuer, { name: 'IEE', organisationIds: ['pue'], domains: ['iee.example'] }),
      )
    await gone.end()
    const answers = []
    for (let attempt = 0; attempt < 11; attempt += 1) answers.push((await start({ providerId: recordId })).status)
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 422), 429])
    await product.query('DELETE FROM sign_on_domain WHERE provider_id = $1', [recordId])
    await product.query('DELETE FROM sign_on_organisation WHERE provider_id = $1', [recordId])
    await product.query('DELETE FROM sign_on_provider WHERE id = $1', [recordId])
  })

  test('keeps its secret from everybody: in answers, events and the database', async () => {
    const shown = JSON.stringify(await product.as(ADMINISTRATOR).signOn.providers())
    const { rows: events } = await product.query<{ body: string }>('SELECT body FROM audit_event')
    const { rows: kept } = await product.query<{ client_secret: Buffer }>(
      'SELECT client_secret FROM sign_on_provider WHERE id = $1',
      [jalisco],
    )
    for (const text of [shown, ...events.map(({ body }) => body), kept[0]?.client_secret.toString('latin1') ?? '']) {
      expect(text).not.toContain(CLIENT_SECRET)
    }
    expect(kept[0]?.client_secret.length).toBeGreaterThan(CLIENT_SECRET.length)
  })

  test('is on the sign-in screen with its domains and nothing else', async () => {
    expect(await product.as(null).signOn.offers()).toEqual([
      { providerId: jalisco, name: 'IEPC Jalisco', domains: [DOMAIN], exclusive: false },
    ])
  })
})

describe('of whoever must show a second factor, one whose provider', () => {
  // For good: a portal in use gets no such waiver again.
  beforeAll(() => product.query('DELETE FROM second_factor_exemption'))

  test.each([
    ['asked for two factors', ['pwd', 'otp', 'mfa'], null],
    ['asked for a password alone', ['pwd'], 'set_up'],
    ['does not say what it asked for', undefined, 'set_up'],
  ])('%s', async (_, amr, step) => {
    idp.signsIn({ ...verified(oplHead('jal')), ...(amr && { amr }) })
    const { session } = await comeBack()
    expect((await server.identity.identify(session ?? '')).lacks?.step ?? null).toBe(step)
  })
})
