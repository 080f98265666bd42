import { Id, VersionView } from '@portal/contracts'
import { allowedOnVersion, decideVersion, type Person, type RoundStatus } from '@portal/domain'
import { z } from 'zod'
import { recordReading } from '../acts/reading.ts'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import { found } from '../refused.ts'
import { roundRow } from '../rounds/exports.ts'
import { checked, signedInProcedure } from '../trpc.ts'
import { readBy } from './classed.ts'
import { readingOf, restrictedIn } from './restricted.ts'
import { GET_VERSION, type GatheredVersion } from './version-rows.ts'
import { scopeOf } from './visible.ts'

const RUNNING: readonly RoundStatus[] = ['preparing', 'open', 'resolving', 'validating', 'conformity']

/** A version as the actor may see it, with its clauses, artwork, resolutions and rounds. */
export const getVersion = signedInProcedure
  .input(z.object({ id: Id }))
  .output(checked(VersionView))
  .query(async ({ ctx: { deps, actor }, input }) => {
    const statement = GET_VERSION[scopeOf(actor)]
    const row = await readerOn(deps.pool, sightOf(actor)).one<{ view: GatheredVersion }>(statement, [
      actor.organisationId,
      input.id,
      ...readBy(actor, deps.clock.now()),
    ])
    const view = found(row).view
    const subject = restrictedIn(view, dayAt(deps.clock.now()))
    if (subject !== '') await recordReading(deps, actor, readingOf(view.id, subject))
    return viewOf(view, actor)
  })

function viewOf({ indexed, ...version }: GatheredVersion, actor: Person): VersionView {
  const includedClauses = version.proposal?.filter((clause) => !clause.excluded).length ?? version.clauses.length
  const { status, followsMatrix } = version
  const facts = { status, indexed, includedClauses, followsMatrix, brokenPromises: 0 }
  // Comments and deleted text of the source are DERFE's own: nobody else is shown what the import found.
  const inside = scopeOf(actor) === 'all'
  return {
    ...version,
    proposal: inside ? version.proposal : null,
    findings: inside ? version.findings : [],
    rounds: version.rounds.map((round) => roundRow(round, actor)),
    allowed: allowedOnVersion(facts, actor),
    mayPrepareRound:
      decideVersion(facts, { kind: 'enter_round' }, actor).ok &&
      !version.rounds.some((round) => RUNNING.includes(round.status)),
  }
}
