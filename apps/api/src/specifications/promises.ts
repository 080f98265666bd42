import type { PromiseRow } from '@portal/contracts'
import { lookForPromise, type ClauseOfNext, type Disposition } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { iso } from './iso.ts'
import { personRef } from './person-ref.ts'

/** SQL condition on `o` with its round `r`: it was accepted, at least in part, and nobody has looked for it yet. */
const PENDING = `o.status = 'resolved' AND o.disposition IN ('accepted', 'partly_accepted') AND r.published_at IS NOT NULL`

/**
 * SQL expression on a row of `specification_version`: whether a matrix of an earlier version was published, so that what
 * was promised in it is looked for before this one goes anywhere.
 */
export const followsMatrix = (version: string): string => `EXISTS (
  SELECT FROM review_round AS earlier JOIN specification_version AS before ON before.id = earlier.version_id
  WHERE before.specification_id = ${version}.specification_id AND before.number < ${version}.number
    AND earlier.published_at IS NOT NULL)`

const promises = (condition: string) => `
  SELECT o.id, o.number, g.short_name AS organisation, before.number AS "madeIn", r.number AS round, c.citation,
    w.element, o.disposition, o.should_say AS "shouldSay", o.agreed_text AS "agreedText", c.identity_id AS "identityId",
    c.text AS "clauseText", o.promise AS result, o.promise_clause_id AS "clauseId",
    (SELECT json_build_object('reason', j.reason, 'by', ${personRef('j.by', 'p.name', 'j.by_for')}, 'at', ${iso('j.at')})
     FROM promise_justification AS j LEFT JOIN person AS p ON p.id = j.by
     WHERE j.version_id = $1 AND j.observation_id = o.id ORDER BY j.id DESC LIMIT 1) AS justification
  FROM specification_version AS v
  JOIN specification_version AS before ON before.specification_id = v.specification_id AND before.number < v.number
  JOIN review_round AS r ON r.version_id = before.id
  JOIN observation AS o ON o.round_id = r.id
  JOIN organisation AS g ON g.id = o.organisation_id
  LEFT JOIN clause AS c ON c.id = o.clause_id
  LEFT JOIN artwork AS w ON w.id = o.artwork_id
  WHERE v.id = $1 AND ${condition}
  ORDER BY before.number, o.number`

/** What is looked for in a draft, and what was looked for in a version that is published. */
const LOOKED_FOR: Statement = { name: 'promises_looked_for', text: promises(PENDING) }
const KEPT: Statement = { name: 'promises_kept', text: promises('o.attended_in_id = v.id AND o.promise IS NOT NULL') }
const CLAUSES: Statement = {
  name: 'promises_clauses',
  text: `
    SELECT id, identity_id AS "identityId", citation, text FROM clause WHERE version_id = $1 ORDER BY position`,
}

type Row = Omit<PromiseRow, 'result' | 'found' | 'number'> & {
  number: number
  disposition: Disposition
  identityId: string | null
  clauseText: string | null
  result: PromiseRow['result'] | null
  clauseId: string | null
}

/** Each accepted observation of earlier versions with what became of it in this one, by version and number. */
export async function promisesOf(reader: Reader, versionId: string, published: boolean): Promise<PromiseRow[]> {
  const clauses = await reader.rows<ClauseOfNext & { citation: string }>(CLAUSES, [versionId])
  const rows = await reader.rows<Row>(published ? KEPT : LOOKED_FOR, [versionId])
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  return rows.map(({ identityId, clauseText, result, clauseId, ...row }) => {
    const clause = identityId === null ? null : { identityId, text: clauseText ?? '' }
    const found =
      result === null ? lookForPromise({ agreedText: row.agreedText, clause }, clauses) : { result, clauseId }
    const shown = found.clauseId === null ? undefined : byId.get(found.clauseId)
    return {
      ...row,
      result: found.result,
      found: shown ? { clauseId: shown.id, citation: shown.citation, text: shown.text } : null,
    }
  })
}

/** Those that stop the publication: not found, and nobody said why. */
export const brokenPromises = (promises: readonly PromiseRow[]): PromiseRow[] =>
  promises.filter(({ result, justification }) => result === 'not_found' && justification === null)
