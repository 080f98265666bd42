import { Id, RoundBoard } from '@portal/contracts'
import { z } from 'zod'
import { sightOf } from '../acts/sight.ts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { visibleRound, type Scope } from '../specifications/exports.ts'
import { checked, signedInProcedure } from '../trpc.ts'
import {
  countedObservations,
  observationScopeOf,
  outcomeShown,
  othersShown,
  visibleObservation,
  type ObservationScope,
} from './visible-observations.ts'

/** From the counters that every act keeps: the same work at any number of observations. */
const board = (rounds: Scope, observations: ObservationScope): Statement => ({
  name: `round_board_${rounds}_${observations}`,
  text: `
    SELECT (
      SELECT coalesce(json_agg(json_build_object('organisationId', g.organisation_id, 'status', g.status,
        'type', g.type, 'disposition', g.disposition, 'count', g.count)
        ORDER BY o.position, g.status, g.type, g.disposition), '[]')
      FROM (
        SELECT t.organisation_id, t.status, t.type, sum(t.count)::int AS count,
          CASE WHEN ${outcomeShown(observations, 'r', 't')} THEN t.disposition ELSE '' END AS disposition
        FROM ${countedObservations(observations)} AS t
        WHERE t.round_id = r.id AND t.count > 0
          AND ${visibleObservation(observations, 't', othersShown(observations, 'r'))}
        GROUP BY t.organisation_id, t.status, t.type, 5
      ) AS g JOIN organisation AS o ON o.id = g.organisation_id
    ) AS rows
    FROM review_round AS r WHERE r.id = $2 AND ${visibleRound(rounds, 'r')}`,
})

/** How many observations there are by OPL, status, type and outcome, as far as the actor may see them. */
export const countBoard = signedInProcedure
  .input(z.object({ id: Id }))
  .output(checked(RoundBoard))
  .query(async ({ ctx: { deps, actor }, input }) => {
    const { rounds, observations } = observationScopeOf(actor)
    const statement = board(rounds, observations)
    return found(await readerOn(deps.pool, sightOf(actor)).one<RoundBoard>(statement, [actor.organisationId, input.id]))
  })
