import { randomUUID } from 'node:crypto'
import type { OfflineData, OfflineRow } from '@portal/documents'
import { OBSERVATION_STATUS_NAMES, OBSERVATION_TYPE_NAMES } from '@portal/domain'
import type { OwnAnswer } from './own-answer.ts'
import type { OwnObservation } from './own-observations.ts'
import type { SentVersion } from './sent-version.ts'
import { dueWords } from './round-document.ts'

/** As many new observations as one file takes; for more there is the next file. */
const FREE_ROWS = 300

/** What the workbook of a bundle holds. `writable`: whether drafts may be written in the answer. */
export function roundWorkbook(
  answer: OwnAnswer,
  version: SentVersion,
  observations: readonly OwnObservation[],
  { writable, madeAt }: { writable: boolean; madeAt: string },
): OfflineData {
  const { id: responseId, roundId, versionId, title, illustrative, organisation } = answer
  return {
    specification: title,
    round: `Ronda ${answer.round}`,
    version: `Versión ${answer.version}`,
    due: dueWords(answer.due),
    organisation,
    madeAt,
    illustrative,
    stamp: { roundId, versionId, responseId },
    clauses: version.clauses.filter(({ withheld }) => !withheld),
    types: Object.values(OBSERVATION_TYPE_NAMES),
    rows: observations.map((observation) => rowOf(observation, writable)),
    freeRows: writable ? Array.from({ length: FREE_ROWS }, () => randomUUID()) : [],
  }
}

const rowOf = (observation: OwnObservation, writable: boolean): OfflineRow => ({
  rowId: randomUUID(),
  observationId: observation.id,
  recordVersion: observation.recordVersion,
  number: observation.number === null ? '' : String(observation.number),
  status: OBSERVATION_STATUS_NAMES[observation.status],
  place: observation.place,
  movable: observation.target.kind === 'clause',
  editable: writable && observation.status === 'draft' && !observation.held,
  type: OBSERVATION_TYPE_NAMES[observation.type],
  says: observation.says,
  shouldSay: observation.shouldSay,
  rationale: observation.rationale,
  legalBasis: observation.legalBasis,
})
