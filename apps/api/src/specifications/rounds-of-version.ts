import { gatheredRow } from '../rounds/exports.ts'
import { visibleRound, type Scope } from './visible.ts'

/** SQL expression: the rounds that the actor may see of the version `version`, oldest first, as a JSON array. */
export const roundsOfVersion = (scope: Scope, version: string, specification: string) => `(
  SELECT coalesce(json_agg(${gatheredRow('r', version, specification)} ORDER BY r.number), '[]')
  FROM review_round AS r WHERE r.version_id = ${version}.id AND ${visibleRound(scope, 'r')})`
