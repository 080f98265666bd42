import { randomUUID } from 'node:crypto'
import { admit, SYSTEM, type SignOnClaims } from '@portal/domain'
import { act } from '../acts/act.ts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import type { Deps } from '../deps.ts'
import { PROVIDER_AUDIENCE } from './recorded.ts'
import type { Provider } from './rows.ts'

const KNOWN: Statement = {
  name: 'sign_on_known',
  text: `
    WITH subject AS (SELECT person_id FROM sign_on_subject WHERE issuer = $2 AND subject = $3)
    SELECT p.id AS "personId", p.name, p.id = (SELECT person_id FROM subject) AS bound,
      coalesce(f.here, false) AS "appointedHere", NOT coalesce(f.here, true) AS "appointedElsewhere",
      EXISTS (SELECT FROM sign_on_subject AS s WHERE s.issuer = $2 AND s.person_id = p.id) AS "boundToAnother"
    FROM person AS p
    CROSS JOIN LATERAL (
      SELECT bool_or(EXISTS (
        SELECT FROM sign_on_organisation AS so WHERE so.organisation_id = a.organisation_id AND so.provider_id = $1
      )) AS here
      FROM appointment AS a
      WHERE a.person_id = p.id AND a.ended_at IS NULL AND a.from_day <= $5
        AND (a.until_day IS NULL OR a.until_day >= $5)
    ) AS f
    WHERE p.email = lower($4) OR p.id = (SELECT person_id FROM subject)`,
}
const BIND: Statement = {
  name: 'sign_on_bind',
  text: 'INSERT INTO sign_on_subject (issuer, subject, person_id, bound_at) VALUES ($1, $2, $3, $4)',
}

type Known = {
  personId: string
  name: string
  bound: boolean | null
  appointedHere: boolean
  appointedElsewhere: boolean
  boundToAnother: boolean
}

/** Whom the provider sent, as the domain decides it; the first time it is put on record who they are there. */
export async function admitted(
  deps: Deps,
  provider: Provider,
  subject: string,
  claims: SignOnClaims,
): Promise<ReturnType<typeof admit>> {
  const { id, issuer, domains } = provider
  const values = [id, issuer, subject, claims.email?.trim() ?? '', dayAt(deps.clock.now())]
  const rows = await readerOn(deps.pool).rows<Known>(KNOWN, values)
  const bound = rows.find((row) => row.bound === true) ?? null
  const addressed = rows.find((row) => row.bound !== true) ?? null
  const result = admit({ domains, bound, addressed }, claims)
  if (result.ok && result.value.first) await bind(deps, provider, subject, addressed?.name ?? '', result.value.personId)
  return result
}

async function bind(deps: Deps, provider: Provider, subject: string, person: string, personId: string): Promise<void> {
  await act(deps, SYSTEM, 'signOn.bind', { key: randomUUID() }, async (act) => {
    await act.rows(BIND, [provider.issuer, subject, personId, act.now()])
    await act.record({
      recordKind: 'person',
      recordId: personId,
      verb: 'signOn.bind',
      details: { person, provider: provider.name, issuer: provider.issuer, subject },
      roundId: null,
      versionId: null,
      audience: PROVIDER_AUDIENCE,
    })
    return { recordId: personId, recordVersion: 1 }
  })
}
