import type { RoundOverview } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { DataTable, Moment, ResponseStatusBadge, type Column } from '@portal/ui'
import { FigureSection } from './figure-section.tsx'
import { hoursWords, scaleOf } from './scale.ts'

type Answer = RoundOverview['answers'][number]

const COLUMNS: Column<Answer>[] = [
  { key: 'opl', header: 'OPL', nowrap: true, cell: ({ organisation }) => organisation },
  {
    key: 'status',
    header: 'Estado',
    nowrap: true,
    cell: ({ status }) => <ResponseStatusBadge status={status} plain />,
  },
  { key: 'sent', header: 'Envió', cell: ({ sentAt }) => (sentAt === null ? '–' : <Moment at={sentAt} />) },
  { key: 'answer', header: 'Tardó en responder', align: 'end', cell: ({ answerHours }) => timeOf(answerHours) },
  { key: 'observations', header: 'Observaciones', align: 'end', cell: ({ observations }) => formatCount(observations) },
  { key: 'resolved', header: 'Con sentido', align: 'end', cell: ({ resolved }) => formatCount(resolved) },
  {
    key: 'outcome',
    header: 'Tardó el sentido (mediana)',
    align: 'end',
    cell: ({ outcomeHours }) => timeOf(outcomeHours),
  },
]

const timeOf = (hours: number | null): string => (hours === null ? '–' : hoursWords(hours))

/** How long each OPL took to answer, and how long it waited for its outcomes: all on one scale, so that they compare. */
export function AnswerTimes({ roundId, answers }: { roundId: string; answers: readonly Answer[] }) {
  const scale = scaleOf(answers.flatMap(({ answerHours, outcomeHours }) => [answerHours ?? 0, outcomeHours ?? 0]))
  return (
    <FigureSection
      id="respuestas"
      title="Respuestas y tiempos por OPL"
      csv={`/exports/rounds/${roundId}/overview/respuestas.csv`}
      table={
        <DataTable
          caption="Respuestas y tiempos por OPL"
          columns={COLUMNS}
          rows={answers}
          rowKey={({ organisationId }) => organisationId}
          narrow="stack"
        />
      }
    >
      <p className="overview-legend">
        <span>
          <svg width="14" height="14" aria-hidden>
            <circle className="overview-answer" cx="7" cy="7" r="6" />
          </svg>
          Del envío de la ronda a su respuesta
        </span>
        <span>
          <svg width="14" height="14" aria-hidden>
            <rect className="overview-outcome" x="1" y="1" width="12" height="12" />
          </svg>
          Del cierre al sentido de sus observaciones (mediana)
        </span>
      </p>
      <ul className="overview-times" aria-label="Tiempos por OPL">
        {answers.map(({ organisationId, organisation, answerHours, outcomeHours }) => (
          <li key={organisationId}>
            <span>{organisation}</span>
            <svg height="26" aria-hidden>
              {scale.marks.map(({ at }) => (
                <line key={at} className="overview-grid" x1={at} x2={at} y1="0" y2="26" />
              ))}
              {answerHours !== null && (
                <circle className="overview-answer" cx={scale.place(answerHours)} cy="9" r="6" />
              )}
              {outcomeHours !== null && (
                <svg x={scale.place(outcomeHours)} y="13" overflow="visible">
                  <rect className="overview-outcome" x="-6" y="0" width="12" height="12" />
                </svg>
              )}
            </svg>
            <span className="overview-time-words">{timeWords(answerHours, outcomeHours)}</span>
          </li>
        ))}
        <li aria-hidden className="overview-axis">
          <span />
          <svg height="18">
            {scale.marks.map(({ at, words, anchor }) => (
              <text key={at} x={at} y="13" textAnchor={anchor}>
                {words}
              </text>
            ))}
          </svg>
          <span />
        </li>
      </ul>
    </FigureSection>
  )
}

function timeWords(answerHours: number | null, outcomeHours: number | null): string {
  const answered = answerHours === null ? 'Sin respuesta' : `Respondió en ${hoursWords(answerHours)}`
  return outcomeHours === null ? answered : `${answered}; sentido en ${hoursWords(outcomeHours)}`
}
