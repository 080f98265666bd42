import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADMINISTRATOR, AUDITOR, COORDINATOR, liaison, oplHead } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

const TODAY = '2017-12-14'
const PASSWORD = 'lluvia sobre el cerro'
let product: TestProduct
let server: TestServer
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

const people = () => product.as(ADMINISTRATOR).people
const invitee = (local: string) => ({
  key: randomUUID(),
  name: `Persona ${local}`,
  email: `${local}@portal.example`,
  organisationId: 'jal',
  role: 'opl_liaison' as const,
  fromDay: TODAY,
  untilDay: null,
  letter: 'Oficio IEPC/123/2017',
  letterUploadId: null,
})
const tokenOf = (link: string | null) => new URL(link ?? '').searchParams.get('token') ?? ''
const post = (path: string, body: object) =>
  fetch(`${server.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin },
    body: JSON.stringify(body),
  })
const accept = async (link: string | null, password = PASSWORD) => {
  const response = await post('/auth/invitacion', { token: tokenOf(link), password })
  return response.ok ? 'entered' : ((await response.json()) as { refusal: unknown }).refusal
}
const rowOf = async (search: string) => (await people().list({ search })).rows
const roleOf = async (cookie: string) => (await server.identity.identify(cookie)).actor?.role ?? null
const verbsOf = async (recordId: string) =>
  (await product.as(AUDITOR).evidence.trail({ recordId })).rows.map(({ verb }) => verb)

describe('an invitation', () => {
  test('leads from a link to a session under the appointment, and is used up', async () => {
    const { link, recordId } = await people().invite(invitee('ines'))
    expect(await rowOf('INES@portal')).toMatchObject([{ id: recordId, access: 'invited', state: 'in_force' }])

    const read = await post('/auth/invitacion/leer', { token: tokenOf(link) })
    expect(await read.json()).toEqual({ name: 'Persona ines', email: 'ines@portal.example' })
    expect(await accept(link, 'corta')).toEqual({ code: 'PASSWORD_NOT_ACCEPTED', why: 'too_short' })
    expect(await accept(link)).toBe('entered')
    expect(await accept(link)).toEqual({ code: 'NOT_FOUND' })

    const cookie = await server.signIn('ines@portal.example', PASSWORD)
    expect(await roleOf(cookie)).toBe('opl_liaison')
    const [row] = await rowOf('ines')
    expect(row).toMatchObject({ access: 'active', letter: 'Oficio IEPC/123/2017' })
    expect(await verbsOf(row?.person.id ?? '')).toEqual(['people.enter', 'people.appoint', 'people.register'])
  })

  test('leaves of its link only a hash, and gives it in the first answer alone', async () => {
    const input = invitee('olga')
    const { link } = await people().invite(input)
    expect((await people().invite(input)).link).toBeNull()
    const kept = await product.deps.pool.query<{ text: string }>(`
      SELECT string_agg(t, ' ') AS text FROM (
        SELECT value FROM verification UNION ALL SELECT answer::text FROM command_key UNION ALL SELECT body FROM audit_event
      ) AS all_texts (t)`)
    expect(kept.rows[0]?.text).not.toContain(tokenOf(link))
  })

  test('opens for a week, until a new link takes its place', async () => {
    const first = await people().invite(invitee('rodolfo'))
    const [row] = await rowOf('rodolfo')
    const personId = row?.person.id ?? ''
    const second = await people().offerAccess({ key: randomUUID(), personId, reason: 'Perdió el enlace' })
    expect(await accept(first.link)).toEqual({ code: 'NOT_FOUND' })
    await product.deps.pool.query(`UPDATE verification SET expires_at = now() WHERE identifier = $1`, [
      `invitation:${personId}`,
    ])
    expect(await accept(second.link)).toEqual({ code: 'NOT_FOUND' })
    expect(await rowOf('rodolfo')).toMatchObject([{ access: 'none' }])
  })

  test('a new link for whoever forgot the password ends the sessions that were open', async () => {
    const { link } = await people().invite(invitee('sara'))
    await accept(link)
    const cookie = await server.signIn('sara@portal.example', PASSWORD)
    const [row] = await rowOf('sara')
    const again = await people().offerAccess({
      key: randomUUID(),
      personId: row?.person.id ?? '',
      reason: 'Olvidó la contraseña',
    })
    expect(await roleOf(cookie)).toBe('opl_liaison')
    expect(await accept(again.link, 'otra frase bastante larga')).toBe('entered')
    await expect.poll(() => roleOf(cookie)).toBeNull()
    await expect(server.signIn('sara@portal.example', PASSWORD)).rejects.toThrow('401')
  })

  test.each([
    [{ organisationId: 'derfe' }, 'ROLE_NOT_OF_ORGANISATION'],
    [{ organisationId: 'nada' }, 'NOT_FOUND'],
    [{ untilDay: '2017-12-01' }, 'DAYS_NOT_IN_ORDER'],
    [{ letterUploadId: randomUUID() }, 'NOT_FOUND'],
    [{ email: liaison('jal') }, 'ALREADY_APPOINTED'],
  ] as const)('with %o is refused as %s, and registers nobody', async (changes, code) => {
    const before = (await people().list({ limit: 200 })).rows.length
    await expectRefusal(people().invite({ ...invitee('nadie'), ...changes }), { code })
    expect((await people().list({ limit: 200 })).rows.length).toBe(before)
  })
})

describe('an end', () => {
  test('refuses the person at once, and is on the record with its reason', async () => {
    const cookie = await server.cookieOf(liaison('yuc'))
    expect(await roleOf(cookie)).toBe('opl_liaison')
    const { appointmentId } = product.person(liaison('yuc'))
    const input = { key: randomUUID(), appointmentId, seen: 1, reason: 'Renunció' }
    await people().end(input)
    await expect.poll(() => roleOf(cookie)).toBeNull()
    expect(await rowOf('enlace.yuc')).toMatchObject([{ state: 'over', endReason: 'Renunció', allowed: [] }])
    expect(await verbsOf(appointmentId)).toEqual(['people.end'])
    await expectRefusal(people().end({ ...input, key: randomUUID() }), { code: 'CHANGED_MEANWHILE' })
    await expectRefusal(people().end({ ...input, key: randomUUID(), seen: 2 }), { code: 'APPOINTMENT_ENDED' })
  })

  test('leaves somebody who can enter and administer, also when two end each other', async () => {
    const own = product.person(ADMINISTRATOR)
    const end = (appointmentId: string) =>
      people().end({ key: randomUUID(), appointmentId, seen: 1, reason: 'Cambio de área' })
    await expectRefusal(end(own.appointmentId), { code: 'LAST_ADMINISTRATOR' })
    const { link, recordId } = await people().invite({
      ...invitee('admin2'),
      organisationId: 'ine',
      role: 'administrator',
    })
    await expectRefusal(end(own.appointmentId), { code: 'LAST_ADMINISTRATOR' })
    await accept(link)
    await product.deps.pool.query(
      `INSERT INTO account (id, account_id, provider_id, person_id, password, updated_at)
       VALUES (gen_random_uuid()::text, $1, 'credential', $1, 'x', now())`,
      [own.personId],
    )
    const answers = await Promise.allSettled([end(own.appointmentId), end(recordId)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

test('a substitution ends the one and names the other in one act, and the turn is the substitute’s', async () => {
  const { appointmentId } = product.person(oplHead('gto'))
  const cookie = await server.cookieOf(oplHead('gto'))
  const { organisationId: _, role: __, ...named } = invitee('nueva')
  const input = { ...named, key: randomUUID(), appointmentId, seen: 1, reason: 'Cambio de titular' }
  await expectRefusal(people().substitute({ ...input, key: randomUUID(), reason: '' }), { code: 'REASON_NEEDED' })
  await expectRefusal(people().substitute({ ...input, key: randomUUID(), letterUploadId: randomUUID() }), {
    code: 'NOT_FOUND',
  })
  expect(await roleOf(cookie)).toBe('opl_head')

  const { link, recordId } = await people().substitute(input)
  await accept(link)
  await expect.poll(() => roleOf(cookie)).toBeNull()
  expect(await roleOf(await server.signIn('nueva@portal.example', PASSWORD))).toBe('opl_head')
  const [old] = await rowOf('titular.gto')
  expect(old).toMatchObject({ state: 'over', replacedBy: 'Persona nueva', role: 'opl_head' })
  expect(await rowOf('nueva')).toMatchObject([{ id: recordId, organisationId: 'gto', replaces: old?.person.name }])
  expect(await verbsOf(appointmentId)).toEqual(['people.end'])
  const [appointed] = (await product.as(AUDITOR).evidence.trail({ recordId })).rows
  expect(appointed?.details).toContainEqual({ label: 'En sustitución de', value: old?.person.name })
})

describe('the list', () => {
  test('goes page by page over everybody, in the order of organisations', async () => {
    const whole = (await people().list({ limit: 200 })).rows
    const paged: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<ReturnType<typeof people>['list']>> = await people().list({ limit: 7, cursor })
      paged.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== null)
    expect(paged).toEqual(whole.map(({ id }) => id))
    expect(whole[0]?.organisationId).toBe('chis')
  })

  test('is filtered by organisation, role, state and name, without accents', async () => {
    const found = await people().list({
      organisationId: 'mor',
      role: 'opl_liaison',
      state: 'in_force',
      search: 'tomas',
    })
    expect(found.rows.map(({ person }) => person.name)).toEqual(['Tomás Ocampo Brito'])
    expect((await people().list({ search: '%' })).rows).toEqual([])
  })

  test('is exported as it is filtered, to nobody else, and calculates nothing', async () => {
    await people().invite({ ...invitee('formula'), name: '=1+1' })
    const get = async (email: string) =>
      fetch(`${server.origin}/exports/people.csv?search=formula`, {
        headers: { cookie: await server.cookieOf(email) },
      })
    expect((await get(COORDINATOR)).status).toBe(404)
    const lines = (await (await get(AUDITOR)).text()).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`'=1+1,formula@portal.example`)
  })

  test('offers acts to who administers, and to the auditor none', async () => {
    const [row] = (await product.as(AUDITOR).people.list({ state: 'in_force', limit: 1 })).rows
    expect(row?.allowed).toEqual([])
  })
})
