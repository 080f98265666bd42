import { Id, OutcomeStepView } from '@portal/contracts'
import { z } from 'zod'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { procedureFor } from '../trpc.ts'
import { readObservation } from './get-observation.ts'
import { outcomeSteps } from './outcome-steps.ts'

/**
 * What outcomes an observation has had, oldest first: DERFE's deliberation, which the published matrix does not tell. Where
 * what it observes is kept from the reader, the texts are too.
 */
export const listOutcomes = procedureFor('derfe_coordinator', 'derfe_head', 'auditor')
  .input(z.object({ id: Id }))
  .output(z.array(OutcomeStepView))
  .query(async ({ ctx: { deps, actor }, input: { id } }) => {
    const { view } = await readObservation(deps, actor, id)
    const steps = await outcomeSteps(readerOn(deps.pool, sightOf(actor)), id)
    if (!view.held) return steps
    return steps.map((step) => ({ ...step, outcome: step.outcome && { ...step.outcome, reason: '', agreedText: '' } }))
  })
