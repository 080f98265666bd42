import { ListObservationsInput, ObservationView, page } from '@portal/contracts'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { found } from '../refused.ts'
import { observationScopeOf } from '../rounds/exports.ts'
import { readBy } from '../specifications/exports.ts'
import { checked, signedInProcedure } from '../trpc.ts'
import { cursorOf, placeAfter } from './cursor.ts'
import { listStatement } from './list-statement.ts'
import { recordReadings } from './readings.ts'
import { observationView, type GatheredObservation, type RoundOfObservations } from './view.ts'

/** The observations of a round that the actor may see: by number, drafts last. */
export const listObservations = signedInProcedure
  .input(ListObservationsInput)
  .output(checked(page(ObservationView)))
  .query(async ({ ctx: { deps, actor }, input }) => {
    const { rounds, observations } = observationScopeOf(actor)
    const { statement, values } = listStatement(rounds, observations, input)
    const place = placeAfter(input.cursor)
    const now = deps.clock.now()
    const round = found(
      await readerOn(deps.pool, sightOf(actor)).one<RoundOfObservations & { rows: GatheredObservation[] }>(statement, [
        actor.organisationId,
        input.roundId,
        ...place,
        ...readBy(actor, now),
        ...values,
      ]),
    )
    const rows = round.rows.slice(0, input.limit)
    const last = rows.at(-1)
    await recordReadings(deps, actor, round.versionId, rows)
    return {
      rows: rows.map((row) => observationView(row, round, actor, now)),
      next: round.rows.length > input.limit && last ? cursorOf(last) : null,
    }
  })
