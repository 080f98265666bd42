import type { ObservationView } from '@portal/contracts'
import { OBSERVATION_TYPE_NAMES } from '@portal/domain'
import { DispositionBadge, ObservationStatusBadge, type Column } from '@portal/ui'
import type { ReactNode } from 'react'
import { ObservationText } from './observation-text.tsx'
import { PromiseWords, ReplyWords } from './reply-words.tsx'

const None = () => <span className="ui-quiet">–</span>
const short = (text: string | number | null): ReactNode => text ?? <None />
const long = (text: string): ReactNode => (text === '' ? <None /> : <ObservationText text={text} />)

/** "Véase la No. 12. Razón": the answer as the exported matrix says it. */
const answerOf = ({ outcome }: ObservationView): string => {
  if (outcome === null) return ''
  return outcome.answeredBy === null ? outcome.reason : `Véase la No. ${outcome.answeredBy}. ${outcome.reason}`.trim()
}

/** All columns of the matrix in its order (domain section 5), and the status, which only lists show. */
const COLUMNS = {
  number: { header: 'No.', align: 'end', nowrap: true, cell: ({ number }) => number ?? 'Sin número' },
  opl: { header: 'OPL', nowrap: true, cell: ({ organisation }) => organisation },
  element: { header: 'Elemento', cell: ({ element }) => short(element) },
  clause: { header: 'Numeral', nowrap: true, cell: ({ citation }) => short(citation) },
  page: { header: 'Pág.', align: 'end', nowrap: true, cell: ({ page }) => short(page) },
  type: { header: 'Tipo', nowrap: true, cell: ({ type }) => OBSERVATION_TYPE_NAMES[type] },
  says: { header: 'Dice', cell: ({ says }) => long(says) },
  shouldSay: { header: 'Debe decir', cell: ({ shouldSay }) => long(shouldSay) },
  rationale: { header: 'Justificación', cell: ({ rationale }) => long(rationale) },
  legalBasis: { header: 'Fundamento', cell: ({ legalBasis }) => long(legalBasis) },
  status: { header: 'Estado', nowrap: true, cell: ({ status }) => <ObservationStatusBadge status={status} plain /> },
  disposition: {
    header: 'Sentido',
    nowrap: true,
    cell: ({ outcome }) => (outcome ? <DispositionBadge disposition={outcome.disposition} plain /> : <None />),
  },
  answer: { header: 'Respuesta', cell: (row) => long(answerOf(row)) },
  agreedText: { header: 'Texto acordado', cell: ({ outcome }) => long(outcome?.agreedText ?? '') },
  incorporatedIn: {
    header: 'Incorporada en',
    cell: ({ promise }) => (promise ? <PromiseWords {...promise} /> : <None />),
  },
  agrees: { header: 'Conforme', cell: ({ reply }) => (reply ? <ReplyWords {...reply} /> : <None />) },
} as const satisfies Record<string, Omit<Column<ObservationView>, 'key'>>

export type ObservationColumn = keyof typeof COLUMNS

/** `link` makes the number lead to the observation. */
export const observationColumns = (
  keys: readonly ObservationColumn[],
  link?: (observation: ObservationView, label: string) => ReactNode,
): Column<ObservationView>[] =>
  keys.map((key) => {
    const column: Column<ObservationView> = { key, ...COLUMNS[key] }
    if (key !== 'number' || !link) return column
    return { ...column, cell: (row) => link(row, row.number === null ? 'Sin número' : String(row.number)) }
  })
