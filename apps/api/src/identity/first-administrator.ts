import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { needed } from '@portal/contracts'
import { z } from 'zod'
import { inTransaction, type Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import type { Deps } from '../deps.ts'
import { found } from '../refused.ts'
import { acceptablePassword } from './password.ts'

export const FirstAdministratorInput = z.object({
  token: z.string().max(100),
  name: needed(200),
  email: z.email().max(320),
  password: z.string().max(1000),
})

const PURPOSE = 'first-administrator'
const HOURS = 24

const OFFER: Statement = {
  name: 'identity_offer_first',
  text: `
    WITH gone AS (DELETE FROM verification WHERE identifier = $2)
    INSERT INTO verification (id, identifier, value, expires_at, updated_at)
    SELECT $1, $2, $3, now() + make_interval(hours => $4), now()
    WHERE NOT EXISTS (SELECT FROM person)
    RETURNING id`,
}
const TAKE: Statement = {
  name: 'identity_take_first',
  text: `
    DELETE FROM verification
    WHERE identifier = $1 AND value = $2 AND expires_at > now() AND NOT EXISTS (SELECT FROM person)
    RETURNING id`,
}
const CREATE: Statement = {
  name: 'identity_create_first',
  text: `
    WITH person AS (
      INSERT INTO person (id, name, email, email_verified, updated_at) VALUES ($1, $2, $3, true, now())
    ), account AS (
      INSERT INTO account (id, account_id, provider_id, person_id, password, updated_at)
      VALUES ($4, $1, 'credential', $1, $5, now())
    )
    INSERT INTO appointment (person_id, organisation_id, role, from_day) VALUES ($1, 'ine', 'administrator', $6)`,
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A link, good once and for a day, with which a portal that knows nobody gets its first administrator; null else. */
export async function offerFirstAdministrator(deps: Pick<Deps, 'pool' | 'publicUrl'>): Promise<string | null> {
  const token = randomBytes(24).toString('base64url')
  return await inTransaction(deps.pool, async (reader) => {
    const offered = await reader.one(OFFER, [randomUUID(), PURPOSE, hashOf(token), HOURS])
    return offered ? `${deps.publicUrl}/primera-administracion?token=${token}` : null
  })
}

/** @throws Refused NOT_FOUND for a link that was used, has expired or never was, PASSWORD_NOT_ACCEPTED */
export async function createFirstAdministrator(
  deps: Pick<Deps, 'pool' | 'clock'>,
  { token, name, email, password }: z.output<typeof FirstAdministratorInput>,
): Promise<void> {
  const passwordHash = await acceptablePassword(password, { name, email })
  await inTransaction(deps.pool, async (reader) => {
    found(await reader.one(TAKE, [PURPOSE, hashOf(token)]))
    const values = [randomUUID(), name, email.toLowerCase(), randomUUID(), passwordHash, dayAt(deps.clock.now())]
    await reader.rows(CREATE, values)
  })
}
