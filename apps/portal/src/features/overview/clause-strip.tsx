import type { RoundOverview } from '@portal/contracts'
import { formatCount, OBSERVATION_TYPE_NAMES, OBSERVATION_TYPES } from '@portal/domain'
import { DataTable, type Column } from '@portal/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FigureSection } from './figure-section.tsx'

type Counts = RoundOverview['clauses'][number]['byType']
type Place = { id: string; name: string; kind: 'clause' | 'artwork'; byType: Counts; total: number }

const LEVELS = 4

const totalOf = (byType: Counts): number => OBSERVATION_TYPES.reduce((sum, type) => sum + byType[type], 0)

/** The document from its first clause to its last: where it is observed most stands out, and each place opens its rows. */
export function ClauseStrip({
  roundId,
  published,
  overview: { clauses, artworks },
}: {
  roundId: string
  published: boolean
  overview: RoundOverview
}) {
  const places: Place[] = [
    ...clauses.map(({ id, citation, byType }) => ({
      id,
      name: citation,
      kind: 'clause' as const,
      byType,
      total: totalOf(byType),
    })),
    ...artworks.map(({ id, element, byType }) => ({
      id,
      name: element,
      kind: 'artwork' as const,
      byType,
      total: totalOf(byType),
    })),
  ]
  const most = Math.max(LEVELS, ...places.map(({ total }) => total))
  const observed = places.filter(({ total }) => total > 0)
  const columns: Column<Place>[] = [
    { key: 'place', header: 'Numeral o lámina', cell: (place) => linkTo(place, place.name) },
    ...OBSERVATION_TYPES.map((type): Column<Place> => ({
      key: type,
      header: OBSERVATION_TYPE_NAMES[type],
      align: 'end',
      cell: ({ byType }) => formatCount(byType[type]),
    })),
    { key: 'total', header: 'Total', align: 'end', cell: ({ total }) => formatCount(total) },
  ]

  const linkTo = ({ id, kind }: Place, children: ReactNode, className?: string) => {
    if (kind === 'artwork') {
      return (
        <Link
          className={className}
          to="/rondas/$roundId"
          params={{ roundId }}
          search={{ vista: 'documento', lamina: id }}
        >
          {children}
        </Link>
      )
    }
    return published ? (
      <Link
        className={className}
        to="/rondas/$roundId/matriz"
        params={{ roundId }}
        search={{ numeral: id }}
        hash="renglones"
      >
        {children}
      </Link>
    ) : (
      <Link className={className} to="/rondas/$roundId" params={{ roundId }} search={{ vista: 'tabla', numeral: id }}>
        {children}
      </Link>
    )
  }

  return (
    <FigureSection
      id="numerales"
      title="Observaciones por numeral"
      csv={`/exports/rounds/${roundId}/overview/numerales.csv`}
      table={
        <DataTable
          caption="Observaciones por numeral"
          columns={columns}
          rows={observed}
          rowKey={({ id }) => id}
          narrow="stack"
        />
      }
    >
      <p className="ui-quiet">{stripWords(places.length, observed.length)}</p>
      <ol className="overview-strip" aria-label="El documento, numeral por numeral">
        {places.map((place) => (
          <li key={place.id} data-level={Math.ceil((place.total / most) * LEVELS)}>
            {linkTo(
              place,
              <>
                <span>{place.name}</span>
                <strong aria-hidden>{formatCount(place.total)}</strong>
                <span className="ui-visually-hidden">: {countWords(place)}</span>
              </>,
              'overview-place',
            )}
          </li>
        ))}
      </ol>
    </FigureSection>
  )
}

const observations = (count: number): string => (count === 1 ? '1 observación' : `${formatCount(count)} observaciones`)

function countWords({ byType, total }: Place): string {
  if (total === 0) return 'sin observaciones'
  const types = OBSERVATION_TYPES.filter((type) => byType[type] > 0)
  return `${observations(total)} (${types.map((type) => `${OBSERVATION_TYPE_NAMES[type]} ${byType[type]}`).join(', ')})`
}

const stripWords = (places: number, observed: number): string =>
  observed === 0
    ? 'Ningún numeral tiene observaciones.'
    : `${formatCount(observed)} de ${formatCount(places)} numerales y láminas tienen observaciones. El número es cuántas; cada uno abre las suyas.`
