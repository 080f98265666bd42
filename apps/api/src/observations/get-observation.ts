import { Id, ObservationView } from '@portal/contracts'
import type { Person } from '@portal/domain'
import { z } from 'zod'
import { sightOf } from '../acts/sight.ts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { found } from '../refused.ts'
import {
  observationScopeOf,
  othersShown,
  outcomeShown,
  visibleObservation,
  type ObservationScope,
} from '../rounds/exports.ts'
import { iso, readBy, visibleRound, type Scope } from '../specifications/exports.ts'
import { signedInProcedure } from '../trpc.ts'
import { recordReadings } from './readings.ts'
import { JOINS, observationJson, observationView, type GatheredObservation, type RoundOfObservations } from './view.ts'

const READ = { classes: '$3', day: '$4' }

const statementOf = (rounds: Scope, scope: ObservationScope): Statement => ({
  name: `observation_get_${rounds}_${scope}`,
  text: `
    SELECT r.status, r.version_id AS "versionId", ${iso('r.due')} AS due,
      ${iso('r.conformity_due')} AS "conformityDue",
      ${observationJson(scope, outcomeShown(scope, 'r', 'o'), READ)} AS view
    FROM observation AS o JOIN review_round AS r ON r.id = o.round_id ${JOINS}
    WHERE o.id = $2 AND ${visibleRound(rounds, 'r')} AND ${visibleObservation(scope, 'o', othersShown(scope, 'r'))}`,
})

type Row = RoundOfObservations & { view: GatheredObservation }

/** As far as the actor may see it; that they read what not everybody may is on record. @throws Refused NOT_FOUND */
export async function readObservation(deps: Deps, actor: Person, id: string): Promise<Row> {
  const { rounds, observations } = observationScopeOf(actor)
  const values = [actor.organisationId, id, ...readBy(actor, deps.clock.now())]
  const row = found(await readerOn(deps.pool, sightOf(actor)).one<Row>(statementOf(rounds, observations), values))
  await recordReadings(deps, actor, row.versionId, [row.view])
  return row
}

export const getObservation = signedInProcedure
  .input(z.object({ id: Id }))
  .output(ObservationView)
  .query(async ({ ctx: { deps, actor }, input }) => {
    const row = await readObservation(deps, actor, input.id)
    return observationView(row.view, row, actor, deps.clock.now())
  })
