import { ActDone, PublishVersionInput, type PromiseRow } from '@portal/contracts'
import { decideVersion, formatCount, PROMISE_RESULTS, PROMISE_RESULT_NAMES, type Person } from '@portal/domain'
import { act, type Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { granted, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOf, lockVersion, type LockedVersion } from './locked-version.ts'
import { brokenPromises, promisesOf } from './promises.ts'
import { concludePublished } from './conclude-published.ts'
import { supersedeEarlier } from './supersede-earlier.ts'
import { changeStatus } from './version-status.ts'

const RUNNING: Statement = {
  name: 'version_running_round',
  text: `
    SELECT r.id FROM review_round AS r JOIN specification_version AS v ON v.id = r.version_id
    WHERE v.specification_id = $1 AND r.status IN ('open', 'resolving', 'validating', 'conformity') LIMIT 1`,
}
const KEEP: Statement = {
  name: 'version_keep_promises',
  text: `
    UPDATE observation AS o
    SET status = 'incorporated', attended_in_id = $1, promise = k.result, promise_clause_id = k.clause,
      promise_reason = k.reason, record_version = record_version + 1
    FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[]) AS k (id, result, clause, reason) WHERE o.id = k.id`,
}
/** What was not accepted is not looked for: nothing is left to do with it. */
const SET_ASIDE: Statement = {
  name: 'version_set_aside_observations',
  text: `
    UPDATE observation AS o SET status = 'not_applicable', record_version = o.record_version + 1
    FROM review_round AS r JOIN specification_version AS v ON v.id = r.version_id
    WHERE o.round_id = r.id AND v.specification_id = $1 AND v.number < $2 AND r.published_at IS NOT NULL
      AND o.status = 'resolved' AND o.disposition IN ('rejected', 'answered_elsewhere')`,
}
const PUBLISHED: Statement = {
  name: 'version_mark_published',
  text: 'UPDATE specification_version SET published_at = $2 WHERE id = $1',
}

/**
 * The version that follows a matrix goes out: each accepted observation is looked for in it, and what became of it is put
 * on record. It stops at one that is not found until it is mended or justified (domain section 5, "Promise kept?"). The
 * rounds whose matrices it follows are concluded, and what it replaces is superseded.
 */
export const publishVersion = procedureFor('derfe_coordinator')
  .input(PublishVersionInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'specifications.publish', input, async (act) => {
      const version = await lockVersion(act, input)
      const running = await act.one<{ id: string }>(RUNNING, [version.specification_id])
      if (running) throw new Refused({ code: 'ROUND_ALREADY_RUNNING', roundId: running.id })
      const promises = await promisesOf(act, version.id, false)
      const facts = { ...factsOf(version), brokenPromises: brokenPromises(promises).length }
      const { status } = granted(decideVersion(facts, { kind: 'publish' }, actor))
      await keep(act, version, promises)
      await act.rows(PUBLISHED, [version.id, act.now()])
      const recordVersion = await changeStatus(act, version, status)
      const receipt = await act.record(publicationOf(version, promises, actor))
      await concludePublished(act, version, actor)
      await supersedeEarlier(act, version, ['working'])
      return { recordId: version.id, recordVersion, ...receipt }
    }),
  )

async function keep(act: Act, version: LockedVersion, promises: readonly PromiseRow[]): Promise<void> {
  await act.rows(KEEP, [
    version.id,
    promises.map(({ id }) => id),
    promises.map(({ result }) => result),
    promises.map(({ found }) => found?.clauseId ?? null),
    promises.map(({ result, justification }) => (result === 'not_found' ? (justification?.reason ?? '') : '')),
  ])
  await act.rows(SET_ASIDE, [version.specification_id, version.number])
}

function publicationOf(version: LockedVersion, promises: readonly PromiseRow[], actor: Person) {
  const counts = PROMISE_RESULTS.map((result) => ({
    result,
    count: promises.filter((promise) => promise.result === result).length,
  }))
  return {
    recordKind: 'version',
    recordId: version.id,
    verb: 'specifications.publish',
    details: Object.fromEntries(counts.map(({ result, count }) => [result, count])),
    certified: {
      organisationId: actor.organisationId,
      act: 'Publicación de versión',
      subject: `${version.title}, versión ${version.number}`,
      lines: [
        { label: 'Observaciones procedentes', value: formatCount(promises.length) },
        ...counts.map(({ result, count }) => ({ label: PROMISE_RESULT_NAMES[result], value: formatCount(count) })),
      ],
      files: [],
      illustrative: version.illustrative,
    },
    roundId: null,
    versionId: version.id,
    audience: null,
  } as const
}
