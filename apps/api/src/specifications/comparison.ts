import type { ArtworkView, ClauseView, CompareVersionsInput, ComparisonView } from '@portal/contracts'
import { compareClauses, countChanges, type Person } from '@portal/domain'
import type { z } from 'zod'
import { recordReading } from '../acts/reading.ts'
import { sightOf } from '../acts/sight.ts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import type { Deps } from '../deps.ts'
import { found } from '../refused.ts'
import { readBy } from './classed.ts'
import { iso } from './iso.ts'
import { readingOf, restrictedIn } from './restricted.ts'
import { artworksOf, clausesOf } from './version-content.ts'
import { perScope, scopeOf, visibleVersion } from './visible.ts'

type Input = z.output<typeof CompareVersionsInput>
type Choices = Pick<ComparisonView, 'specification' | 'versions'>
type Side = { id: string; clauses: (ClauseView & { identityId: string })[]; artworks: ArtworkView[] }

/** SQL expression: a version by what names it. */
export const versionRef = (version: string): string => `json_build_object('id', ${version}.id,
  'number', ${version}.number, 'status', ${version}.status, 'statusSince', ${iso(`${version}.status_since`)})`

export const specificationRef = (specification: string): string => `json_build_object('id', ${specification}.id,
  'title', ${specification}.title, 'kind', ${specification}.kind, 'illustrative', ${specification}.illustrative)`

const CHOICES = perScope(
  'comparison_choices',
  (scope) => `
    SELECT ${specificationRef('s')} AS specification, (
      SELECT coalesce(json_agg(${versionRef('v')} ORDER BY v.number DESC), '[]') FROM specification_version AS v
      WHERE v.specification_id = s.id AND v.indexed_at IS NOT NULL AND ${visibleVersion(scope, 'v')}) AS versions
    FROM specification AS s WHERE s.id = $2`,
)

/** Versions that the actor was found to see. `$2` and `$3` are the classes of information that they read, and the day. */
const READ = { classes: '$2', day: '$3' }
const SIDES: Statement = {
  name: 'comparison_sides',
  text: `
    SELECT v.id, ${clausesOf('v', READ)} AS clauses, ${artworksOf('v', READ)} AS artworks
    FROM specification_version AS v WHERE v.id = ANY ($1::uuid[])`,
}

/**
 * Two versions of a specification as the actor may see them, clause by clause and element by element. Who is whom was
 * decided when each was confirmed (`continuedClauses`): here clauses only meet by their identity.
 * @throws Refused NOT_FOUND where the actor sees no such versions with confirmed clauses
 */
export async function compareVersions(deps: Deps, actor: Person, input: Input): Promise<ComparisonView> {
  const reader = readerOn(deps.pool, sightOf(actor))
  const choices = found(
    await reader.one<Choices>(CHOICES[scopeOf(actor)], [actor.organisationId, input.specificationId]),
  )
  const { from, to } = chosen(choices.versions, input)
  const now = deps.clock.now()
  const sides = await reader.rows<Side>(SIDES, [[from.id, to.id], ...readBy(actor, now)])
  const before = found(sides.find(({ id }) => id === from.id))
  const after = found(sides.find(({ id }) => id === to.id))
  for (const side of new Set([before, after])) {
    const subject = restrictedIn(side, dayAt(now))
    if (subject !== '') await recordReading(deps, actor, readingOf(side.id, subject))
  }
  const rows = compareClauses(before.clauses, after.clauses, matchesOf(before, after))
  return { ...choices, from, to, rows, counts: countChanges(rows), artworks: comparedArtworks(before, after) }
}

function chosen(versions: Choices['versions'], input: Input) {
  const numbered = (number: number) => versions.find((version) => version.number === number)
  const to = found(typeof input.to === 'number' ? numbered(input.to) : versions[0])
  const earlier = versions.find((version) => version.number < to.number) ?? to
  return { from: found(typeof input.from === 'number' ? numbered(input.from) : earlier), to }
}

function matchesOf(before: Side, after: Side) {
  const places = new Map(before.clauses.map(({ identityId }, index) => [identityId, index]))
  return after.clauses.flatMap(({ identityId }, index) => {
    const place = places.get(identityId)
    return place === undefined ? [] : [{ before: place, after: index }]
  })
}

const nameOf = ({ element }: ArtworkView): string => element.trim().toLowerCase()

/** An element keeps its name from version to version; of two with one name the first meets the first. */
function comparedArtworks(before: Side, after: Side): ComparisonView['artworks'] {
  const waiting = Map.groupBy(before.artworks, nameOf)
  const met = after.artworks.map((artwork) => ({
    element: artwork.element,
    before: waiting.get(nameOf(artwork))?.shift() ?? null,
    after: artwork,
  }))
  const gone = [...waiting.values()]
    .flat()
    .map((artwork) => ({ element: artwork.element, before: artwork, after: null }))
  return [...met, ...gone]
}
