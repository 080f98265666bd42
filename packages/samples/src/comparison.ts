import type { ComparedClauseView, ComparisonView } from '@portal/contracts'
import { countChanges } from '@portal/domain'
import { SAMPLE_NOW, sampleId } from './sample-id.ts'
import { aVersion } from './specifications.ts'

const version = (id: number, number: number) =>
  ({ id: sampleId(id), number, status: 'working', statusSince: SAMPLE_NOW }) as const

/** Versions 1 and 2, with these clauses. */
export const aComparison = (
  rows: readonly ComparedClauseView[],
  changes: Partial<ComparisonView> = {},
): ComparisonView => ({
  specification: aVersion().specification,
  versions: [version(21, 2), version(20, 1)],
  from: version(20, 1),
  to: version(21, 2),
  rows: [...rows],
  counts: countChanges(rows),
  artworks: [],
  ...changes,
})
