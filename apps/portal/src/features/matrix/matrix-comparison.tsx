import type { ObservationView } from '@portal/contracts'
import { OBSERVATION_TYPE_NAMES } from '@portal/domain'
import { DispositionBadge, TrackedPreview } from '@portal/ui'
import type { ReactNode } from 'react'
import './matrix-comparison.css'

/** What was there, what was asked for and what was decided, of one observation beside one another. */
export function MatrixComparison({
  rows,
  link,
}: {
  rows: readonly ObservationView[]
  link: (observation: ObservationView, label: string) => ReactNode
}) {
  return (
    <ol className="matrix-compared" aria-label="Dice, debe decir y quedó">
      {rows.map((row) => (
        <li key={row.id}>
          <article aria-labelledby={`observacion-${row.id}`}>
            <h3 id={`observacion-${row.id}`}>
              {link(row, `No. ${row.number}`)} · {row.organisation} · {placeOf(row)}
            </h3>
            <p className="matrix-compared-what">
              {OBSERVATION_TYPE_NAMES[row.type]}
              {row.outcome && <DispositionBadge disposition={row.outcome.disposition} plain />}
            </p>
            <dl>
              <div>
                <dt>Dice</dt>
                <dd>{row.says === '' ? <None /> : <p lang="es-MX">{row.says}</p>}</dd>
              </div>
              <div>
                <dt>Debe decir</dt>
                <dd>{row.shouldSay === '' ? <None /> : <Changed before={row.says} after={row.shouldSay} />}</dd>
              </div>
              <div>
                <dt>Quedó</dt>
                <dd>
                  <Decided observation={row} />
                </dd>
              </div>
            </dl>
          </article>
        </li>
      ))}
    </ol>
  )
}

const None = () => <span className="ui-quiet">–</span>

/** Marks the difference where there is something to differ from. */
const Changed = ({ before, after }: { before: string; after: string }) =>
  before === '' ? <p lang="es-MX">{after}</p> : <TrackedPreview before={before} after={after} />

function Decided({ observation: { says, outcome } }: { observation: ObservationView }) {
  if (outcome === null) return <None />
  const { disposition, agreedText, answeredBy, reason } = outcome
  return (
    <>
      {disposition === 'rejected' && <p>Como estaba: no procede.</p>}
      {disposition === 'answered_elsewhere' && answeredBy !== null && <p>Véase la No. {answeredBy}.</p>}
      {agreedText !== '' && <Changed before={says} after={agreedText} />}
      {reason !== '' && <p className="ui-quiet">{reason}</p>}
    </>
  )
}

function placeOf({ citation, element, page }: ObservationView): string {
  const places = [
    citation === null ? null : `numeral ${citation}`,
    element === null ? null : `${element}${page === null ? '' : `, página ${page}`}`,
  ]
  return places.filter((place) => place !== null).join(', ')
}
