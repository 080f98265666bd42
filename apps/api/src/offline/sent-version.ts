import type { ArtworkView, ClauseView } from '@portal/contracts'
import type { Person } from '@portal/domain'
import { recordReading } from '../acts/reading.ts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import type { Deps } from '../deps.ts'
import { found } from '../refused.ts'
import { artworksOf, clausesOf, readBy, readingOf, restrictedIn } from '../specifications/exports.ts'

/** What was sent in a round, as far as the actor may read it. */
export type SentVersion = { title: string; clauses: ClauseView[]; artworks: ArtworkView[] }

const READ = { classes: '$2', day: '$3' }

/** Of an answer that is the actor's own: whether they see the version at all was asked before. */
const VERSION: Statement = {
  name: 'offline_version',
  text: `
    SELECT v.title, ${clausesOf('v', READ)} AS clauses, ${artworksOf('v', READ)} AS artworks
    FROM specification_version AS v WHERE v.id = $1`,
}

/** What not everybody may read of it is put on record before it is given out. */
export async function sentVersion(deps: Deps, actor: Person, versionId: string): Promise<SentVersion> {
  const now = deps.clock.now()
  const version = found(await readerOn(deps.pool).one<SentVersion>(VERSION, [versionId, ...readBy(actor, now)]))
  const subject = restrictedIn(version, dayAt(now))
  if (subject !== '') await recordReading(deps, actor, readingOf(versionId, subject))
  return version
}
