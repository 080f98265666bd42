import type { RoundRow } from '@portal/contracts'
import { hasAnswered, turnOfRound, turnsSeenBy, type Person, type TurnFacts } from '@portal/domain'
import { iso } from '../specifications/exports.ts'

/** A round as PostgreSQL gathers it for a list; whose turn it is follows from it. */
export type GatheredRow = Omit<RoundRow, 'recipients' | 'answered' | 'turn' | 'status'> & {
  status: TurnFacts['status']
  conformityDue: string | null
  responses: TurnFacts['responses'][number][]
}

/** SQL expression: what `turnOfRound` asks of the answers, in the official order. */
const turnFactsOf = (round: string): string => `(
  SELECT coalesce(json_agg(json_build_object(
    'organisationId', a.organisation_id, 'status', a.status, 'twoLevels', o.two_levels, 'since', ${iso('a.status_since')},
    'unreplied', a.unreplied
  ) ORDER BY o.position), '[]')
  FROM round_response AS a JOIN organisation AS o ON o.id = a.organisation_id WHERE a.round_id = ${round}.id)`

/** SQL expression: a row of a round, with `v` and `s` its version and specification. */
export const gatheredRow = (round: string, version: string, specification: string): string => `json_build_object(
  'id', ${round}.id, 'number', ${round}.number, 'status', ${round}.status,
  'statusSince', ${iso(`${round}.status_since`)}, 'due', ${iso(`${round}.due`)},
  'conformityDue', ${iso(`${round}.conformity_due`)},
  'specificationTitle', ${specification}.title, 'versionId', ${version}.id, 'versionNumber', ${version}.number,
  'responses', ${turnFactsOf(round)})`

export function roundRow({ responses, conformityDue, ...round }: GatheredRow, actor: Person): RoundRow {
  const turns = turnOfRound({
    status: round.status,
    since: round.statusSince,
    due: round.due,
    conformityDue,
    responses,
  })
  return {
    ...round,
    due: round.status === 'conformity' ? conformityDue : round.due,
    recipients: responses.length,
    answered: responses.filter((response) => hasAnswered(response.status)).length,
    turn: turnsSeenBy(actor, turns),
  }
}
