import type { ProviderRow } from '@portal/contracts'
import type { Person } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { iso } from '../specifications/exports.ts'

/** SQL: what belongs to a provider `pr`, as arrays in a fixed order. */
const OF_PROVIDER = `
  ARRAY(SELECT so.organisation_id FROM sign_on_organisation AS so JOIN organisation AS o ON o.id = so.organisation_id
    WHERE so.provider_id = pr.id ORDER BY o.position) AS "organisationIds",
  ARRAY(SELECT d.domain FROM sign_on_domain AS d WHERE d.provider_id = pr.id ORDER BY d.domain) AS domains`

const LIST: Statement = {
  name: 'sign_on_list',
  text: `
    SELECT pr.id, pr.record_version AS "recordVersion", pr.name, pr.issuer, pr.client_id AS "clientId", pr.exclusive,
      ${iso('pr.suspended_at')} AS "suspendedAt", ${OF_PROVIDER},
      (SELECT count(*)::int FROM sign_on_subject AS s WHERE s.issuer = pr.issuer) AS people
    FROM sign_on_provider AS pr ORDER BY pr.name, pr.id`,
}
const OFFERS: Statement = {
  name: 'sign_on_offers',
  text: `
    SELECT pr.id AS "providerId", pr.name, pr.exclusive, ${OF_PROVIDER}
    FROM sign_on_provider AS pr WHERE pr.suspended_at IS NULL ORDER BY pr.name, pr.id`,
}
const ONE: Statement = {
  name: 'sign_on_provider',
  text: `
    SELECT pr.id, pr.record_version AS "recordVersion", pr.name, pr.issuer, pr.client_id AS "clientId",
      pr.client_secret AS "clientSecret", pr.suspended_at IS NOT NULL AS suspended, ${OF_PROVIDER}
    FROM sign_on_provider AS pr WHERE pr.id = $1`,
}

export type Provider = {
  id: string
  recordVersion: number
  name: string
  issuer: string
  clientId: string
  /** Encrypted. */
  clientSecret: Buffer
  suspended: boolean
  organisationIds: string[]
  domains: string[]
}

export async function providerRows(reader: Reader, { role }: Person): Promise<ProviderRow[]> {
  const rows = await reader.rows<Omit<ProviderRow, 'allowed'>>(LIST, [])
  return rows.map((row) => ({
    ...row,
    allowed: role !== 'administrator' ? [] : row.suspendedAt === null ? ['edit', 'suspend'] : ['edit', 'resume'],
  }))
}

export const signOnOffers = (
  reader: Reader,
): Promise<{ providerId: string; name: string; domains: string[]; exclusive: boolean }[]> => reader.rows(OFFERS, [])

export const providerOf = (reader: Reader, id: string): Promise<Provider | undefined> => reader.one<Provider>(ONE, [id])
