import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { InvitationView } from '@portal/contracts'
import { SYSTEM } from '@portal/domain'
import { z } from 'zod'
import { act } from '../acts/act.ts'
import { readerOn, type Reader, type Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { found } from '../refused.ts'
import { acceptablePassword } from './password.ts'

/** Before the person's id: what a link is kept under. */
export const INVITATION = 'invitation:'
const DAYS = 7

/** SQL condition on a row of persons: they have chosen a password. */
export const passwordSet = (person: string): string =>
  `EXISTS (SELECT FROM account AS ac WHERE ac.person_id = ${person}.id AND ac.password IS NOT NULL)`

const OFFER: Statement = {
  name: 'identity_offer_access',
  text: `
    WITH gone AS (DELETE FROM verification WHERE identifier = $2)
    INSERT INTO verification (id, identifier, value, expires_at, updated_at)
    VALUES ($1, $2, $3, now() + make_interval(days => ${DAYS}), now())`,
}
const SET: Statement = {
  name: 'identity_password_set',
  text: `SELECT id FROM person AS p WHERE p.id = $1 AND ${passwordSet('p')}`,
}
const FIND: Statement = {
  name: 'identity_find_invitation',
  text: `
    SELECT p.id, p.name, p.email FROM verification AS v JOIN person AS p ON v.identifier = '${INVITATION}' || p.id
    WHERE v.value = $1 AND v.expires_at > now()`,
}
const TAKE: Statement = {
  name: 'identity_take_invitation',
  text: 'DELETE FROM verification WHERE identifier = $1 AND value = $2 AND expires_at > now() RETURNING id',
}
/** Whoever knew the old password, and whoever holds a session, has to come in again. */
const ENTER: Statement = {
  name: 'identity_enter',
  text: `
    WITH before AS (DELETE FROM account WHERE person_id = $1 AND provider_id = 'credential'),
      sessions AS (DELETE FROM session WHERE person_id = $1)
    INSERT INTO account (id, account_id, provider_id, person_id, password, updated_at)
    VALUES ($2, $1, 'credential', $1, $3, now())`,
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * A link, good once and for a week, with which a person chooses their password; the one before is void. Of the link only
 * the hash is kept. `unless_set`: null for whoever has a password.
 */
export async function offerAccess(
  reader: Reader,
  deps: Pick<Deps, 'publicUrl'>,
  personId: string,
  when: 'unless_set' | 'anew',
): Promise<string | null> {
  if (when === 'unless_set' && (await reader.one(SET, [personId]))) return null
  const token = randomBytes(24).toString('base64url')
  await reader.rows(OFFER, [randomUUID(), INVITATION + personId, hashOf(token)])
  return `${deps.publicUrl}/invitacion?token=${token}`
}

export const InvitationInput = z.object({ token: z.string().max(100) })
export const AcceptInput = InvitationInput.extend({ password: z.string().max(1000) })

type Invitee = InvitationView & { id: string }

/** Whose link it is. @throws Refused NOT_FOUND for a link that was used, has expired or never was */
export async function readInvitation(
  deps: Pick<Deps, 'pool'>,
  { token }: z.output<typeof InvitationInput>,
): Promise<Invitee> {
  return found(await readerOn(deps.pool).one<Invitee>(FIND, [hashOf(token)]))
}

/** @throws Refused NOT_FOUND as above, PASSWORD_NOT_ACCEPTED */
export async function acceptInvitation(deps: Deps, { token, password }: z.output<typeof AcceptInput>): Promise<void> {
  const person = await readInvitation(deps, { token })
  const passwordHash = await acceptablePassword(password, person)
  await act(deps, SYSTEM, 'identity.enter', { key: randomUUID() }, async (act) => {
    found(await act.one(TAKE, [INVITATION + person.id, hashOf(token)]))
    await act.rows(ENTER, [person.id, randomUUID(), passwordHash])
    await act.record({
      recordKind: 'person',
      recordId: person.id,
      verb: 'people.enter',
      details: { person: person.name },
      roundId: null,
      versionId: null,
      audience: ['ine'],
    })
    return { recordId: person.id, recordVersion: 1 }
  })
}
