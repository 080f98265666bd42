import type { ObservationView, VersionView } from '@portal/contracts'
import { ClauseDocument, PdfDocument, type Highlight } from '@portal/ui'
import { useMemo } from 'react'
import { fileBytes, PDF_ASSETS } from '../../lib/pdf-assets.ts'
import { observationTitle, placeWords } from './observation-words.ts'

type Props = { observation: ObservationView; version: VersionView }

/** What the observation is on, as the document has it: its clause with the stretch, or the artwork with the region. */
export const ObservationPlace = ({ observation, version }: Props) =>
  observation.target.kind === 'region' ? (
    <ObservedArtwork observation={observation} version={version} />
  ) : (
    <ObservedClause observation={observation} version={version} />
  )

function ObservedClause({ observation, version }: Props) {
  const { id, target } = observation
  const clause = version.clauses.find((one) => one.id === target.clauseId)
  const highlights = useMemo(() => {
    if (target.kind !== 'text') return new Map<string, Highlight[]>()
    const { clauseId, start, end } = target
    const label = observationTitle(observation)
    return new Map([[clauseId, [{ id, start, end, label, selected: true }]]])
  }, [id, observation, target])
  if (!clause) return <p>{placeWords(observation)}</p>
  return <ClauseDocument clauses={[clause]} selectedId={null} highlights={highlights} />
}

function ObservedArtwork({ observation, version }: Props) {
  const { id, target } = observation
  const regions = useMemo(() => {
    if (target.kind !== 'region') return []
    const { page, x, y, width, height } = target
    return [{ id, label: observationTitle(observation), page, box: { x, y, width, height }, selected: true }]
  }, [id, observation, target])
  const artwork = version.artworks.find((one) => target.kind === 'region' && one.id === target.artworkId)
  if (!artwork) return <p>{placeWords(observation)}</p>
  return (
    <div className="resolve-artwork">
      <PdfDocument
        label={artwork.element}
        fileKey={artwork.upload.sha256}
        load={() => fileBytes(artwork.upload.id)}
        assets={PDF_ASSETS}
        regions={regions}
      />
    </div>
  )
}
