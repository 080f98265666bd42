import type { ObservationView, VersionView } from '@portal/contracts'

export type Target = ObservationView['target']

/** What an observation is on, as a person reads it: "2.1", "2.1, fragmento", "Sobre-PEP, página 1". */
export function targetLabel(target: Target, version: VersionView): string {
  if (target.kind === 'region') {
    const element = version.artworks.find((artwork) => artwork.id === target.artworkId)?.element ?? 'Lámina'
    return `${element}, página ${target.page}, región`
  }
  const citation = version.clauses.find((clause) => clause.id === target.clauseId)?.citation ?? 'Numeral'
  return target.kind === 'text' ? `${citation}, fragmento` : citation
}

/** What the document says there: the start of "dice". */
export function targetText(target: Target, version: VersionView): string {
  if (target.kind === 'region') return ''
  if (target.kind === 'text') return target.quote
  return version.clauses.find((clause) => clause.id === target.clauseId)?.text ?? ''
}
