import type { RoundRow } from '@portal/contracts'
import { hasAnswered, turnOfRound, type TurnFacts } from '@portal/domain'
import { iso } from './iso.ts'
import { visibleRound, type Scope } from './visible.ts'

/** What a row of a round needs, as PostgreSQL gathers it; whose turn it is follows from it. */
export type RoundFactsRow = Omit<RoundRow, 'recipients' | 'answered' | 'turn' | 'status'> & {
  status: TurnFacts['status']
  responses: TurnFacts['responses'][number][]
}

/** SQL expression: the rounds that the actor may see of the version `version`, oldest first, as a JSON array. */
export const roundsOfVersion = (scope: Scope, version: string, specification: string) => `(
  SELECT coalesce(json_agg(json_build_object(
    'id', r.id, 'number', r.number, 'status', r.status, 'statusSince', ${iso('r.status_since')}, 'due', ${iso('r.due')},
    'specificationTitle', ${specification}.title, 'versionId', ${version}.id, 'versionNumber', ${version}.number,
    'responses', (
      SELECT coalesce(json_agg(json_build_object(
        'organisationId', o.id, 'status', a.status, 'twoLevels', o.two_levels, 'since', ${iso('a.status_since')}
      ) ORDER BY o.position), '[]')
      FROM round_response AS a JOIN organisation AS o ON o.id = a.organisation_id WHERE a.round_id = r.id)
  ) ORDER BY r.number), '[]')
  FROM review_round AS r WHERE r.version_id = ${version}.id AND ${visibleRound(scope, 'r')})`

export function roundRow({ responses, ...round }: RoundFactsRow): RoundRow {
  return {
    ...round,
    recipients: responses.length,
    answered: responses.filter((response) => hasAnswered(response.status)).length,
    turn: turnOfRound({ status: round.status, since: round.statusSince, due: round.due, responses }),
  }
}
