import type { RoundOverview } from '@portal/contracts'
import {
  DISPOSITION_NAMES,
  DISPOSITIONS,
  formatDate,
  formatInstant,
  OBSERVATION_TYPE_NAMES,
  OBSERVATION_TYPES,
  RESPONSE_STATUS_NAMES,
} from '@portal/domain'
import type { FastifyReply } from 'fastify'
import { sendCsv, type CsvColumn } from '../http/csv.ts'

export const OVERVIEW_TABLES = ['respuestas', 'numerales', 'dias'] as const
export type OverviewTable = (typeof OVERVIEW_TABLES)[number]

type Answer = RoundOverview['answers'][number]
type Place = { place: string; byType: RoundOverview['clauses'][number]['byType'] }
type DayOfRound = RoundOverview['days'][number]

const number = (value: number | null): string => (value === null ? '' : String(value))

const ANSWERS: readonly CsvColumn<Answer>[] = [
  ['OPL', ({ organisation }) => organisation],
  ['Estado', ({ status }) => RESPONSE_STATUS_NAMES[status]],
  ['Envió (centro de México)', ({ sentAt }) => (sentAt === null ? '' : formatInstant(sentAt))],
  ['Horas hasta su respuesta', ({ answerHours }) => number(answerHours)],
  ['Observaciones', ({ observations }) => number(observations)],
  ['Con sentido', ({ resolved }) => number(resolved)],
  ['Horas hasta el sentido (mediana)', ({ outcomeHours }) => number(outcomeHours)],
]

const PLACES: readonly CsvColumn<Place>[] = [
  ['Numeral o lámina', ({ place }) => place],
  ...OBSERVATION_TYPES.map((type): CsvColumn<Place> => [
    OBSERVATION_TYPE_NAMES[type],
    ({ byType }) => number(byType[type]),
  ]),
]

const DAYS: readonly CsvColumn<DayOfRound>[] = [
  ['Día', ({ day }) => formatDate(day)],
  ...OBSERVATION_TYPES.map((type): CsvColumn<DayOfRound> => [
    `Recibidas: ${OBSERVATION_TYPE_NAMES[type]}`,
    ({ received }) => number(received[type]),
  ]),
  ...DISPOSITIONS.map((disposition): CsvColumn<DayOfRound> => [
    `Resueltas: ${DISPOSITION_NAMES[disposition]}`,
    ({ resolved }) => number(resolved[disposition]),
  ]),
]

/** One of the tables that stand beneath the charts of a round. */
export function sendOverview(
  reply: FastifyReply,
  table: OverviewTable,
  { number: round, overview }: { number: number; overview: RoundOverview },
): FastifyReply {
  const name = `ronda-${round}-${table}.csv`
  switch (table) {
    case 'respuestas':
      return sendCsv(reply, name, ANSWERS, overview.answers)
    case 'numerales':
      return sendCsv(reply, name, PLACES, [
        ...overview.clauses.map(({ citation, byType }) => ({ place: citation, byType })),
        ...overview.artworks.map(({ element, byType }) => ({ place: element, byType })),
      ])
    case 'dias':
      return sendCsv(reply, name, DAYS, overview.days)
  }
}
