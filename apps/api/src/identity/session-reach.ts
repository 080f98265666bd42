import type { Reader, Statement } from '../acts/transaction.ts'

/** SQL: the provider through which alone an appointment is reached; null where the portal lets in too. */
const onlyProviderOf = (appointment: string): string => `(
  SELECT sp.id FROM sign_on_organisation AS so JOIN sign_on_provider AS sp ON sp.id = so.provider_id
  WHERE so.organisation_id = ${appointment}.organisation_id AND ${appointment}.role <> 'administrator'
    AND sp.exclusive AND sp.suspended_at IS NULL)`

/**
 * SQL condition: a session `s` opens an appointment, its person's own or that of whoever they act for. One that a provider opened, only those of its institutions and
 * only while it is not suspended. The administration can always enter by itself: somebody has to be left when the
 * provider fails.
 */
export const reached = (appointment: string): string => `CASE
  WHEN s.provider_id IS NULL THEN ${onlyProviderOf(appointment)} IS NULL
  ELSE EXISTS (
    SELECT FROM sign_on_organisation AS so JOIN sign_on_provider AS sp ON sp.id = so.provider_id
    WHERE so.organisation_id = ${appointment}.organisation_id AND sp.id = s.provider_id AND sp.suspended_at IS NULL) END`

const REQUIRED: Statement = {
  name: 'identity_sign_on_required',
  text: `
    WITH held AS (
      SELECT ${onlyProviderOf('a')} AS provider_id FROM appointment AS a JOIN person AS p ON p.id = a.person_id
      WHERE p.email = lower($1) AND a.ended_at IS NULL AND a.from_day <= $2
        AND (a.until_day IS NULL OR a.until_day >= $2)
    )
    SELECT sp.id AS "providerId", sp.name AS provider FROM sign_on_provider AS sp
    WHERE sp.id IN (SELECT provider_id FROM held) AND (SELECT bool_and(provider_id IS NOT NULL) FROM held)
    ORDER BY sp.name LIMIT 1`,
}

/** The provider without which whoever has this address reaches none of their appointments; null where there is none. */
export const onlyProvider = async (
  reader: Reader,
  email: string,
  day: string,
): Promise<{ providerId: string; provider: string } | null> => (await reader.one(REQUIRED, [email.trim(), day])) ?? null
