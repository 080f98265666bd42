import type { ClauseView } from '@portal/contracts'
import { isRestricted } from '@portal/domain'
import type { Reading } from '../acts/reading.ts'

/** Whether somebody is shown what not everybody may read. */
export const isShownRestricted = (
  { classification, withheld }: Pick<ClauseView, 'classification' | 'withheld'>,
  day: string,
): boolean => !withheld && classification !== null && isRestricted(classification, day)

/** The event of a reading, on the version to which what was read belongs. */
export const readingOf = (versionId: string, subject: string): Reading => ({
  recordKind: 'version',
  recordId: versionId,
  verb: 'specifications.readReserved',
  details: { subject },
  roundId: null,
  versionId,
})
