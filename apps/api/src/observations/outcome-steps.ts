import type { OutcomeStepView } from '@portal/contracts'
import type { Outcome, OutcomeStep, Person } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { iso } from '../specifications/exports.ts'

/** The acts that give an observation its outcome, or take it back. */
const KINDS = {
  'observations.dispose': 'dispose',
  'observations.answerReferral': 'answer_referral',
  'observations.undo': 'undo',
} as const satisfies Record<string, OutcomeStepView['kind']>

const STEPS: Statement = {
  name: 'observation_outcome_steps',
  text: `
    SELECT seq, verb, ${iso('at')} AS at, body FROM audit_event
    WHERE record_id = $1 AND verb = ANY ($2::text[]) ORDER BY seq`,
}

/** What `proposeOutcomes` and the undoing write into their events. */
type Said = {
  actor: Pick<Person, 'personId' | 'personName'> & { onBehalfOf?: { personName: string } }
  reason: string
  details: { disposition: Outcome['disposition'] | null } & Pick<Outcome, 'agreedText' | 'answeredBy'>
}

/** What outcomes an observation has had, oldest first: the log of acts tells it, nothing else keeps it. */
export async function outcomeSteps(reader: Reader, observationId: string): Promise<OutcomeStepView[]> {
  const events = await reader.rows<{ seq: number; verb: keyof typeof KINDS; at: string; body: string }>(STEPS, [
    observationId,
    Object.keys(KINDS),
  ])
  return events.map(({ seq, verb, at, body }) => {
    const { actor, reason, details }: Said = JSON.parse(body)
    const { disposition, agreedText, answeredBy } = details
    return {
      seq,
      kind: KINDS[verb],
      by: { id: actor.personId, name: actor.personName, onBehalfOf: actor.onBehalfOf?.personName ?? null },
      at,
      outcome: disposition === null ? null : { disposition, reason, agreedText, answeredBy },
    }
  })
}

/** The same, as the domain reads it. */
export const stepsTaken = (steps: readonly OutcomeStepView[]): OutcomeStep[] =>
  steps.flatMap(({ kind, outcome }): OutcomeStep[] => {
    if (kind === 'undo') return [{ kind: 'undone' }]
    return outcome === null ? [] : [{ kind: 'given', outcome }]
  })
