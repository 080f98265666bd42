import { formatCount, formatDate } from '@portal/domain'
import { useId } from 'react'

export type Series<Row> = { name: string; count: (row: Row) => number }

const HEIGHT = 120

/** A bar for each day, in parts: told apart by their pattern, in the order of the legend from below. */
export function StackedDays<Row>({
  title,
  days,
  series,
}: {
  title: string
  /** One after the other, without a gap. */
  days: readonly { day: string; counts: Row | undefined }[]
  series: readonly Series<Row>[]
}) {
  const id = useId()
  const bars = days.map(({ day, counts }) => ({
    day,
    parts: series.map(({ count }) => (counts === undefined ? 0 : count(counts))),
  }))
  const totals = bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0))
  const most = Math.max(1, ...totals)
  const total = totals.reduce((sum, one) => sum + one, 0)
  const step = 100 / bars.length
  const [first, last] = [bars[0]?.day ?? '', bars.at(-1)?.day ?? '']
  return (
    <figure className="overview-days" aria-labelledby={`${id}-title`}>
      <figcaption id={`${id}-title`}>
        <strong>{title}</strong>:{' '}
        {total === 0 ? 'ninguna' : `${formatCount(total)}, a lo más ${formatCount(most)} en un día`}
      </figcaption>
      <svg height={HEIGHT} width="100%" aria-hidden>
        <Patterns id={id} />
        <line className="overview-grid" x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
        {bars.map(({ day, parts }, index) =>
          stacked(parts, most).map(({ y, height }, part) => (
            <rect
              key={`${day} ${series[part]?.name}`}
              className="overview-bar"
              fill={`url(#${id}-${part})`}
              x={`${(index + 0.1) * step}%`}
              width={`${step * 0.8}%`}
              y={y}
              height={height}
            />
          )),
        )}
      </svg>
      <p className="overview-ends">
        <span>{formatDate(first)}</span>
        {last !== first && <span>{formatDate(last)}</span>}
      </p>
      <ul className="overview-legend">
        {series.map(({ name }, part) => (
          <li key={name}>
            <svg width="14" height="14" aria-hidden>
              <rect className="overview-bar" fill={`url(#${id}-${part})`} x="0.5" y="0.5" width="13" height="13" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** Where each part of a bar stands, from below; one that is nothing has no height. */
function stacked(parts: readonly number[], most: number): { y: number; height: number }[] {
  let top = HEIGHT
  return parts.map((part) => {
    const height = (part / most) * (HEIGHT - 4)
    top -= height
    return { y: top, height }
  })
}

/** Told apart without colour too: full, striped, dotted, empty. */
const Patterns = ({ id }: { id: string }) => (
  <defs>
    <pattern id={`${id}-0`} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect className="overview-ink" width="6" height="6" />
    </pattern>
    <pattern id={`${id}-1`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="overview-paper" width="6" height="6" />
      <rect className="overview-ink" width="3" height="6" />
    </pattern>
    <pattern id={`${id}-2`} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect className="overview-paper" width="6" height="6" />
      <circle className="overview-ink" cx="3" cy="3" r="1.4" />
    </pattern>
    <pattern id={`${id}-3`} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect className="overview-paper" width="6" height="6" />
    </pattern>
  </defs>
)
