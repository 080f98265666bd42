import { randomUUID } from 'node:crypto'
import type { Invited } from '@portal/contracts'
import { appoint, type OrganisationKind, type Person, type Role } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { offerAccess } from '../identity/exports.ts'
import { found, granted, Refused } from '../refused.ts'
import { fileOf, ownUpload } from '../specifications/exports.ts'

const ORGANISATION: Statement = { name: 'people_organisation', text: 'SELECT id, kind FROM organisation WHERE id = $1' }
const KNOWN: Statement = { name: 'people_known', text: 'SELECT id, name FROM person WHERE email = $1 FOR UPDATE' }
const REGISTER: Statement = {
  name: 'people_register',
  text: `
    INSERT INTO person (id, name, email, email_verified, updated_at) VALUES ($1, $2, $3, true, now())
    RETURNING id, name`,
}
const OVERLAPPING: Statement = {
  name: 'people_overlapping',
  text: `
    SELECT id FROM appointment
    WHERE person_id = $1 AND organisation_id = $2 AND role = $3 AND ended_at IS NULL
      AND from_day <= coalesce($5::date, 'infinity') AND coalesce(until_day, 'infinity') >= $4::date
    LIMIT 1`,
}
const INSERT: Statement = {
  name: 'people_appoint',
  text: `
    INSERT INTO appointment
      (person_id, organisation_id, role, from_day, until_day, letter, letter_upload_id, replaces_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    RETURNING id`,
}

export type Appointed = {
  name: string
  email: string
  organisationId: string
  role: Role
  fromDay: string
  untilDay: string | null
  letter: string
  letterUploadId: string | null
}

/** Who hears of people: those who administer and audit sit in INE itself. */
export const PEOPLE_AUDIENCE = ['ine']

/**
 * Appoints somebody, known or new, and gives whoever has no password yet the link to choose one.
 * @param replaces the appointment that the same act ended
 */
export async function appointPerson(
  act: Act,
  deps: Deps,
  actor: Person,
  input: Appointed,
  replaces: { id: string; name: string } | null,
): Promise<{ appointmentId: string; name: string; link: Invited['link'] }> {
  const organisation = found(
    await act.one<{ id: string; kind: OrganisationKind }>(ORGANISATION, [input.organisationId]),
  )
  const { role, fromDay, untilDay } = granted(appoint(input, organisation))
  const file = input.letterUploadId === null ? null : fileOf(await ownUpload(deps, actor, input.letterUploadId))
  const person = await registered(act, input)
  if (await act.one(OVERLAPPING, [person.id, organisation.id, role, fromDay, untilDay])) {
    throw new Refused({ code: 'ALREADY_APPOINTED' })
  }
  const values = [person.id, organisation.id, role, fromDay, untilDay, input.letter, input.letterUploadId]
  const { id } = found(await act.one<{ id: string }>(INSERT, [...values, replaces?.id ?? null]))
  const link = await offerAccess(act, deps, person.id, 'unless_set')
  await act.record({
    recordKind: 'appointment',
    recordId: id,
    verb: 'people.appoint',
    details: {
      personId: person.id,
      person: person.name,
      organisation: organisation.id,
      role,
      fromDay,
      untilDay,
      letter: input.letter,
      file,
      replaces: replaces?.name,
    },
    roundId: null,
    versionId: null,
    audience: PEOPLE_AUDIENCE,
  })
  return { appointmentId: id, name: person.name, link }
}

async function registered(act: Act, { name, email }: Appointed): Promise<{ id: string; name: string }> {
  const known = await act.one<{ id: string; name: string }>(KNOWN, [email])
  if (known) return known
  const person = found(await act.one<{ id: string; name: string }>(REGISTER, [randomUUID(), name, email]))
  await act.record({
    recordKind: 'person',
    recordId: person.id,
    verb: 'people.register',
    details: { name, email },
    roundId: null,
    versionId: null,
    audience: PEOPLE_AUDIENCE,
  })
  return person
}
