import { randomUUID } from 'node:crypto'
import type { Person } from '@portal/domain'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { anUploadedLetter } from '../../testing/delegation.ts'
import {
  ADMINISTRATOR,
  AUDITOR,
  COORDINATOR,
  DERFE_HEAD,
  liaison,
  oplHead,
  OTHER_COORDINATOR,
} from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview } from '../../testing/review.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { verifyAll } from '../acts/verify.ts'
import { visibleUpload } from '../files/visible-upload.ts'

const TODAY = '2017-12-14'
const DEOE_HEAD = 'titular.deoe@demo.test'
let product: TestProduct
let server: TestServer
let letterUploadId: string
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  letterUploadId = await anUploadedLetter(product)
})
afterAll(async () => {
  await server.end()
  await product.end()
})
afterEach(async () => {
  await product.query('UPDATE session SET delegation_id = NULL')
  await product.query('DELETE FROM delegation')
})

const delegate = async (email: string, holder: string, changes: object = {}) => {
  const { recordId } = await product.as(ADMINISTRATOR).people.delegate({
    key: randomUUID(),
    appointmentId: product.person(holder).appointmentId,
    personId: product.person(email).personId,
    fromDay: TODAY,
    untilDay: '2017-12-20',
    letter: 'INE/DERFE/77/2017',
    letterUploadId,
    reason: 'Comisión de trabajo',
    ...changes,
  })
  return recordId
}
const actFor = (cookie: string, delegationId: string | null) =>
  fetch(`${server.origin}/auth/actuar-por`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ delegationId }),
  })
const actorOf = async (cookie: string) => (await server.identity.identify(cookie)).actor
const roleOf = async (cookie: string) => (await actorOf(cookie))?.role ?? null
/** Somebody in the place of another, as the session makes them. */
const acting = (email: string, holder: string, delegationId: string): Person => {
  const { personId, personName } = product.person(email)
  const { personId: represented, personName: name } = product.person(holder)
  const onBehalfOf = { personId: represented, personName: name, delegationId }
  return { ...product.person(holder), personId, personName, onBehalfOf }
}

describe('a delegation', () => {
  test('needs the letter itself, and somebody of the same institution', async () => {
    await expectRefusal(delegate(OTHER_COORDINATOR, DERFE_HEAD, { letterUploadId: null }), { code: 'LETTER_NEEDED' })
    await expectRefusal(delegate(OTHER_COORDINATOR, DERFE_HEAD, { letterUploadId: randomUUID() }), {
      code: 'NOT_FOUND',
    })
    await expectRefusal(delegate(liaison('jal'), oplHead('chis')), { code: 'DELEGATE_OF_ANOTHER_INSTITUTION' })
    await expectRefusal(delegate(COORDINATOR, liaison('jal')), { code: 'DELEGATE_OF_ANOTHER_INSTITUTION' })
    await delegate(OTHER_COORDINATOR, DERFE_HEAD)
    await expectRefusal(delegate(OTHER_COORDINATOR, DERFE_HEAD), { code: 'ALREADY_DELEGATED' })
  })

  test('is listed with its letter until it ends, with the reason; the trail has both acts', async () => {
    const id = await delegate(OTHER_COORDINATOR, DERFE_HEAD)
    const { people } = product.as(ADMINISTRATOR)
    const listed = async () => (await people.delegations({})).rows
    const row = (await listed())[0]
    expect(row).toMatchObject({ id, state: 'in_force', letterFile: { name: 'oficio.pdf' }, allowed: ['end'] })
    expect((await product.as(AUDITOR).people.delegations({})).rows).toMatchObject([{ id, allowed: [] }])
    const end = { key: randomUUID(), delegationId: id, seen: 1, reason: 'Regresó' }
    await people.endDelegation(end)
    await expectRefusal(people.endDelegation({ ...end, key: randomUUID(), seen: 2 }), { code: 'DELEGATION_ENDED' })
    expect(await listed()).toMatchObject([{ id, state: 'over', endReason: 'Regresó', allowed: [] }])
    const { appointmentId } = product.person(DERFE_HEAD)
    const trail = (await product.as(AUDITOR).evidence.trail({ recordId: appointmentId })).rows
    expect(trail.slice(0, 2).map(({ verb }) => verb)).toEqual(['people.endDelegation', 'people.delegate'])
  })

  test('opens its letter to the two whom it names, to who reads every letter, and to nobody else', async () => {
    await delegate(liaison('chis'), oplHead('chis'))
    const opened = (email: string) => visibleUpload(product.deps, product.person(email), letterUploadId)
    for (const email of [liaison('chis'), oplHead('chis'), AUDITOR, ADMINISTRATOR])
      expect(await opened(email)).toMatchObject({ name: 'oficio.pdf' })
    for (const email of [liaison('jal'), oplHead('jal'), COORDINATOR, DEOE_HEAD])
      await expect(opened(email)).rejects.toMatchObject({ refusal: { code: 'NOT_FOUND' } })
  })

  test('is exported as the list is filtered, to nobody else, and calculates nothing', async () => {
    await delegate(liaison('chis'), oplHead('chis'), { reason: '=1+1' })
    const get = async (email: string, query = '') =>
      fetch(`${server.origin}/exports/delegations.csv${query}`, { headers: { cookie: await server.cookieOf(email) } })
    expect((await get(COORDINATOR)).status).toBe(404)
    expect((await get(AUDITOR, '?state=unknown')).status).toBe(404)
    const lines = async (query: string) => (await (await get(AUDITOR, query)).text()).trim().split('\r\n')
    const [, line] = await lines('?organisationId=chis&state=in_force')
    expect(line).toContain(product.person(liaison('chis')).personName)
    expect(line).toContain(`'=1+1`)
    expect(await lines('?organisationId=jal')).toHaveLength(1)
    expect(await lines('?state=over')).toHaveLength(1)
  })

  test('may be held by those of the same OPL, or of INE for INE, and by nobody else', async () => {
    const { people } = product.as(ADMINISTRATOR)
    const standIns = async (email: string) =>
      (await people.standIns({ appointmentId: product.person(email).appointmentId })).map(({ id }) => id)
    expect(await standIns(oplHead('jal'))).toEqual([product.person(liaison('jal')).personId])
    const forHead = await standIns(DERFE_HEAD)
    expect(forHead).toContain(product.person(COORDINATOR).personId)
    expect(forHead).not.toContain(product.person(liaison('jal')).personId)
  })

  test('can’t be recorded by whoever administers in somebody’s place', async () => {
    const actor = acting(COORDINATOR, ADMINISTRATOR, randomUUID())
    const input = {
      key: randomUUID(),
      appointmentId: product.person(DERFE_HEAD).appointmentId,
      personId: product.person(OTHER_COORDINATOR).personId,
      fromDay: TODAY,
      untilDay: TODAY,
      letter: 'X',
      letterUploadId,
      reason: 'X',
    }
    await expectRefusal(product.as(actor).people.delegate(input), { code: 'DELEGATION_OF_DELEGATION' })
  })
})

describe('a session', () => {
  test('acts for another when its person chooses so, and in their own name again', async () => {
    const id = await delegate(OTHER_COORDINATOR, DERFE_HEAD)
    const cookie = await server.cookieOf(OTHER_COORDINATOR)
    expect(await roleOf(cookie)).toBe('derfe_coordinator')
    expect((await actFor(cookie, id)).status).toBe(204)
    await expect.poll(() => roleOf(cookie)).toBe('derfe_head')
    expect(await actorOf(cookie)).toEqual(acting(OTHER_COORDINATOR, DERFE_HEAD, id))
    const { actor } = await product.as(acting(OTHER_COORDINATOR, DERFE_HEAD, id)).session.current()
    expect(actor).toMatchObject({
      personName: product.person(OTHER_COORDINATOR).personName,
      email: OTHER_COORDINATOR,
      role: 'derfe_head',
      onBehalfOf: product.person(DERFE_HEAD).personName,
    })
    expect((await actFor(cookie, null)).status).toBe(204)
    await expect.poll(() => roleOf(cookie)).toBe('derfe_coordinator')
    const { appointmentId } = product.person(DERFE_HEAD)
    const { personId } = product.person(OTHER_COORDINATOR)
    const [back, begun, before] = (await product.as(AUDITOR).evidence.trail({ recordId: appointmentId })).rows
    for (const choice of [begun, back]) expect(choice).toMatchObject({ person: { id: personId } })
    expect([before?.verb, begun?.verb, back?.verb]).toEqual(['people.delegate', 'people.actFor', 'people.actOwn'])
  })

  test('never acts by somebody else’s delegation, nor by one that has not begun', async () => {
    const id = await delegate(OTHER_COORDINATOR, DERFE_HEAD)
    const later = await delegate(COORDINATOR, DERFE_HEAD, { fromDay: '2017-12-15' })
    const cookie = await server.cookieOf(COORDINATOR)
    expect((await actFor(cookie, id)).status).toBe(404)
    expect((await actFor(cookie, later)).status).toBe(404)
    expect(await product.as(COORDINATOR).people.ownDelegations()).toEqual([])
    expect(await product.as(OTHER_COORDINATOR).people.ownDelegations()).toMatchObject([{ id, current: false }])
  })

  test.each([
    ['the delegation ends', `UPDATE delegation SET ended_at = now() WHERE id = $1`],
    ['its last day is past', `UPDATE delegation SET from_day = '2017-12-01', until_day = '2017-12-13' WHERE id = $1`],
    [
      'the appointment of whoever is represented ends',
      `UPDATE appointment SET ended_at = now() WHERE id = (SELECT appointment_id FROM delegation WHERE id = $1)`,
    ],
    [
      'the own appointment ends',
      `UPDATE appointment SET ended_at = now() WHERE person_id = (SELECT person_id FROM delegation WHERE id = $1)`,
    ],
  ])('is nobody’s as soon as %s', async (_, change) => {
    const id = await delegate(OTHER_COORDINATOR, DERFE_HEAD)
    const cookie = await server.cookieOf(OTHER_COORDINATOR)
    await actFor(cookie, id)
    await expect.poll(() => roleOf(cookie)).toBe('derfe_head')
    await product.query(change, [id])
    await expect.poll(() => server.identity.identify(cookie)).toMatchObject({ token: null, actor: null })
    await product.query('UPDATE appointment SET ended_at = NULL')
  })
})

describe('a session that acts for another is nobody’s', () => {
  test('when its person goes to another OPL, and no delegation goes along', async () => {
    const id = await delegate(liaison('chis'), oplHead('chis'))
    const cookie = await server.cookieOf(liaison('chis'))
    await actFor(cookie, id)
    await expect.poll(() => roleOf(cookie)).toBe('opl_head')
    const { personId } = product.person(liaison('chis'))
    await product.query('UPDATE appointment SET ended_at = now() WHERE person_id = $1', [personId])
    await product.query(
      `INSERT INTO appointment (person_id, organisation_id, role, from_day) VALUES ($1, 'jal', 'opl_liaison', $2)`,
      [personId, TODAY],
    )
    await expect.poll(() => server.identity.identify(cookie)).toMatchObject({ token: null, actor: null })
    const elsewhere = await server.cookieOf(liaison('chis'))
    expect((await actorOf(elsewhere))?.organisationId).toBe('jal')
    expect(await product.as(liaison('chis')).people.ownDelegations()).toEqual([])
    expect((await actFor(elsewhere, id)).status).toBe(404)
    await product.query(`DELETE FROM appointment WHERE person_id = $1 AND organisation_id = 'jal'`, [personId])
    await product.query('UPDATE appointment SET ended_at = NULL')
  })

  test('when the other’s institution lets in by its provider alone, and the session began without it', async () => {
    const id = await delegate(OTHER_COORDINATOR, DEOE_HEAD)
    const cookie = await server.cookieOf(OTHER_COORDINATOR)
    await actFor(cookie, id)
    await expect.poll(() => roleOf(cookie)).toBe('deoe_head')
    await product.query(
      `WITH provider AS (
        INSERT INTO sign_on_provider (name, issuer, client_id, client_secret, exclusive)
        VALUES ('DEOE', 'https://sso.deoe.example', 'portal', 'x', true) RETURNING id)
      INSERT INTO sign_on_organisation (organisation_id, provider_id) SELECT 'deoe', id FROM provider`,
    )
    await expect.poll(() => server.identity.identify(cookie)).toMatchObject({ token: null, actor: null })
    const again = await server.cookieOf(OTHER_COORDINATOR)
    expect((await actFor(again, id)).status).toBe(404)
    expect(await roleOf(again)).toBe('derfe_coordinator')
    await product.query('DELETE FROM sign_on_organisation')
    await product.query('DELETE FROM sign_on_provider')
  })
})

describe('what is done in the place of another', () => {
  test('names both wherever it is shown, and the log finds it by either', async () => {
    const id = await delegate(liaison('chis'), oplHead('chis'))
    const both = acting(liaison('chis'), oplHead('chis'), id)
    const named = `${both.personName} por ${both.onBehalfOf?.personName}`
    const review = await aReview(product)
    await review.start(liaison('chis'))
    await review.draft(liaison('chis'))
    const sent = await product.as(both).responses.send(await review.onAnswer(liaison('chis')))

    const shown = (person: { name: string; onBehalfOf?: string | null | undefined } | null | undefined) =>
      `${person?.name} por ${person?.onBehalfOf}`
    expect(shown((await review.answer(liaison('chis'))).sentBy)).toBe(named)
    const trail = (await product.as(AUDITOR).evidence.trail({ recordId: review.roundId })).rows
    expect(shown(trail[0]?.person)).toBe(named)
    for (const personId of [both.personId, both.onBehalfOf?.personId]) {
      const { rows } = await product.as(AUDITOR).evidence.log({ personId: personId ?? '', verb: 'responses.send' })
      expect(rows.map(({ folio }) => folio)).toEqual([sent.folio])
    }
    const { people } = await product.as(AUDITOR).evidence.logChoices()
    expect(people.map(({ id: known }) => known)).toContain(both.onBehalfOf?.personId)
    const csv = await fetch(`${server.origin}/exports/log.csv?verb=responses.send`, {
      headers: { cookie: await server.cookieOf(AUDITOR) },
    })
    expect(await csv.text()).toContain(named)
    expect((await verifyAll(product.deps.pool)).broken).toBeNull()
  })

  test('is not validated by either of them', async () => {
    const id = await delegate(OTHER_COORDINATOR, DERFE_HEAD)
    const both = acting(OTHER_COORDINATOR, DERFE_HEAD, id)
    const review = await aReview(product, { recipients: ['yuc'] })
    await review.start(liaison('yuc'))
    await review.draft(liaison('yuc'))
    await review.send(liaison('yuc'))
    const { rounds } = product.as(COORDINATOR)
    await rounds.closeEarly({ ...(await review.onRound()), reason: 'Contestaron todos' })
    await review.disposeAll(COORDINATOR)
    await product.as(OTHER_COORDINATOR).rounds.propose(await review.onRound())
    await expectRefusal(product.as(both).rounds.validate(await review.onRound()), { code: 'SAME_PERSON_PROPOSED' })

    // In the place of the head somebody proposed: then the head is a proposer too.
    await product.query(`UPDATE observation SET proposed_for = $1 WHERE round_id = $2`, [
      product.person(DERFE_HEAD).personId,
      review.roundId,
    ])
    await expectRefusal(product.as(DERFE_HEAD).rounds.validate(await review.onRound()), {
      code: 'SAME_PERSON_PROPOSED',
    })
    await product.query('UPDATE observation SET proposed_for = NULL')
    await product.as(DERFE_HEAD).rounds.validate(await review.onRound())
  })
})
