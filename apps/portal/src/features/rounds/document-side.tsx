import { Select } from '@mantine/core'
import type { ObservationView, VersionView } from '@portal/contracts'
import { ClauseDocument, PdfDocument, WithheldNote, type Highlight, type ObservedRegion } from '@portal/ui'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { fileBytes, PDF_ASSETS } from '../../lib/pdf-assets.ts'
import { observationName } from './observation-name.ts'
import type { Target } from './target.ts'

const route = getRouteApi('/signed-in/rondas/$roundId')
const CLAUSES = 'numerales'

type Props = {
  version: VersionView
  observations: readonly ObservationView[]
  selected: ObservationView | undefined
  begun: Target | null
  onSelect: (id: string) => void
  /** Null: the person only reads. */
  onBegin: ((target: Target) => void) | null
}

/** The numbered text or one of the artworks, with what was observed on it. */
export function DocumentSide({ version, observations, selected, begun, onSelect, onBegin }: Props) {
  const { lamina } = route.useSearch()
  const navigate = route.useNavigate()
  const artwork = version.artworks.find((one) => one.id === lamina)
  const show = (value: string | null) =>
    void navigate({
      search: (before) => ({ ...before, lamina: value === CLAUSES ? undefined : (value ?? undefined) }),
      replace: true,
    })

  return (
    <section className="round-document" aria-labelledby="documento">
      <h2 id="documento" className="ui-visually-hidden">
        Documento
      </h2>
      <Select
        label="Se muestra"
        mb="sm"
        allowDeselect={false}
        data={[
          { value: CLAUSES, label: 'Numerales' },
          ...version.artworks.map(({ id, element }) => ({ value: id, label: `Lámina: ${element}` })),
        ]}
        value={artwork?.id ?? CLAUSES}
        onChange={show}
      />
      {artwork ? (
        <Artwork
          artwork={artwork}
          observations={observations}
          selectedId={selected?.id}
          onSelect={onSelect}
          onBegin={onBegin}
        />
      ) : (
        <Clauses
          version={version}
          observations={observations}
          selected={selected}
          begun={begun}
          onSelect={onSelect}
          onBegin={onBegin}
        />
      )}
    </section>
  )
}

function Clauses({ version, observations, selected, begun, onSelect, onBegin }: Props) {
  const { counts, highlights } = useMemo(() => marksOf(observations, selected?.id), [observations, selected])
  const target = begun ?? selected?.target
  return (
    <ClauseDocument
      clauses={version.clauses}
      selectedId={target && target.kind !== 'region' ? target.clauseId : null}
      counts={counts}
      highlights={highlights}
      action={onBegin ? 'Observar' : 'Ver observaciones de'}
      onSelect={(clauseId) => {
        // What is withheld is not observed: the portal would quote it.
        const withheld = version.clauses.find((clause) => clause.id === clauseId)?.withheld
        if (onBegin && !withheld) return onBegin({ kind: 'clause', clauseId })
        const first = observations.find((observation) => clauseOf(observation) === clauseId)
        if (first) onSelect(first.id)
      }}
      {...(onBegin && { onSelectText: (selection) => onBegin({ kind: 'text', ...selection }) })}
    />
  )
}

const clauseOf = ({ target }: ObservationView) => target.clauseId

function marksOf(observations: readonly ObservationView[], selectedId: string | undefined) {
  const counts = new Map<string, number>()
  const highlights = new Map<string, Highlight[]>()
  for (const observation of observations) {
    const { id, target } = observation
    const clauseId = clauseOf(observation)
    if (clauseId === null) continue
    counts.set(clauseId, (counts.get(clauseId) ?? 0) + 1)
    if (target.kind !== 'text') continue
    const { start, end } = target
    const highlight = { id, start, end, label: observationName(observation), selected: id === selectedId }
    highlights.set(clauseId, [...(highlights.get(clauseId) ?? []), highlight])
  }
  return { counts, highlights }
}

function Artwork({
  artwork,
  observations,
  selectedId,
  onSelect,
  onBegin,
}: {
  artwork: VersionView['artworks'][number]
  observations: readonly ObservationView[]
  selectedId: string | undefined
  onSelect: (id: string) => void
  onBegin: Props['onBegin']
}) {
  if (artwork.withheld && artwork.classification) return <WithheldNote classification={artwork.classification} />
  const regions = observations.flatMap((observation): ObservedRegion[] => {
    const { target } = observation
    if (target.kind !== 'region' || target.artworkId !== artwork.id) return []
    const { page, x, y, width, height } = target
    const label = observationName(observation)
    return [{ id: observation.id, label, page, box: { x, y, width, height }, selected: observation.id === selectedId }]
  })
  return (
    <div className="round-artwork">
      <PdfDocument
        label={artwork.element}
        fileKey={artwork.upload.sha256}
        load={() => fileBytes(artwork.upload.id)}
        assets={PDF_ASSETS}
        regions={regions}
        onSelectRegion={onSelect}
        {...(onBegin && {
          onMark: ({ page, box }) => onBegin({ kind: 'region', artworkId: artwork.id, page, ...box, clauseId: null }),
        })}
      />
    </div>
  )
}
