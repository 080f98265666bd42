import type { ArtworkView, ClauseView } from '@portal/contracts'
import { isRestricted } from '@portal/domain'
import type { Reading } from '../acts/reading.ts'

/** Whether somebody is shown what not everybody may read. */
const isShownRestricted = (
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

/** What the reader gets to see of a version although not everybody may: as cited, in one line; empty where nothing is. */
export const restrictedIn = (
  { clauses, artworks }: { clauses: readonly ClauseView[]; artworks: readonly ArtworkView[] },
  day: string,
): string =>
  [
    ...clauses.filter((clause) => isShownRestricted(clause, day)).map(({ citation }) => citation),
    ...artworks.filter((artwork) => isShownRestricted(artwork, day)).map(({ element }) => element),
  ].join(', ')
