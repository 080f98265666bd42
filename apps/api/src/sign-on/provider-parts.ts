import { providerFor, type OrganisationKind } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, granted, Refused } from '../refused.ts'

const ORGANISATIONS: Statement = {
  name: 'sign_on_organisations',
  text: 'SELECT id, kind FROM organisation WHERE id = ANY($1)',
}
/** Of two acts that give away the same domain or institution one comes second, and is told. */
const LOCK: Statement = { name: 'sign_on_lock', text: 'LOCK TABLE sign_on_domain IN SHARE ROW EXCLUSIVE MODE' }
const TAKEN: Statement = {
  name: 'sign_on_taken',
  text: `
    SELECT d.domain, NULL AS "organisationId", pr.name AS provider
    FROM sign_on_domain AS d JOIN sign_on_provider AS pr ON pr.id = d.provider_id
    WHERE d.domain = ANY($2) AND pr.id <> $1
    UNION ALL
    SELECT NULL, so.organisation_id, pr.name
    FROM sign_on_organisation AS so JOIN sign_on_provider AS pr ON pr.id = so.provider_id
    WHERE so.organisation_id = ANY($3) AND pr.id <> $1
    LIMIT 1`,
}
const DROP_DOMAINS: Statement = {
  name: 'sign_on_drop_domains',
  text: 'DELETE FROM sign_on_domain WHERE provider_id = $1 AND domain <> ALL($2)',
}
const DROP_ORGANISATIONS: Statement = {
  name: 'sign_on_drop_organisations',
  text: 'DELETE FROM sign_on_organisation WHERE provider_id = $1 AND organisation_id <> ALL($2)',
}
const ADD_DOMAINS: Statement = {
  name: 'sign_on_add_domains',
  text: 'INSERT INTO sign_on_domain (provider_id, domain) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING',
}
const ADD_ORGANISATIONS: Statement = {
  name: 'sign_on_add_organisations',
  text: `
    INSERT INTO sign_on_organisation (provider_id, organisation_id) SELECT $1, unnest($2::text[])
    ON CONFLICT DO NOTHING`,
}

type Parts = { organisationIds: readonly string[]; domains: readonly string[] }

/** @throws Refused where the institutions don't go together, or another provider has one of them or a domain */
export async function takeParts(act: Act, providerId: string, { organisationIds, domains }: Parts): Promise<void> {
  const organisations = await act.rows<{ id: string; kind: OrganisationKind }>(ORGANISATIONS, [organisationIds])
  for (const id of organisationIds) found(organisations.find((organisation) => organisation.id === id))
  granted(providerFor(organisations))
  await act.rows(LOCK, [])
  const taken = await act.one<{ domain: string | null; organisationId: string; provider: string }>(TAKEN, [
    providerId,
    domains,
    organisationIds,
  ])
  if (taken) throw new Refused(refusalOf(taken))
}

const refusalOf = (taken: { domain: string | null; organisationId: string; provider: string }) =>
  taken.domain === null
    ? ({ code: 'INSTITUTION_HAS_PROVIDER', organisationId: taken.organisationId, provider: taken.provider } as const)
    : ({ code: 'DOMAIN_TAKEN', domain: taken.domain, provider: taken.provider } as const)

export async function keepParts(act: Act, providerId: string, { organisationIds, domains }: Parts): Promise<void> {
  await act.rows(DROP_DOMAINS, [providerId, domains])
  await act.rows(DROP_ORGANISATIONS, [providerId, organisationIds])
  await act.rows(ADD_DOMAINS, [providerId, domains])
  await act.rows(ADD_ORGANISATIONS, [providerId, organisationIds])
}
