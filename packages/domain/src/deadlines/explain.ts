import type { DayKind, SkippedDay, WorkCalendar } from './calendar.ts'
import { formatCount, formatDate, formatDue, formatInstant } from './format.ts'
import type { CENTRAL_MEXICO } from './mexico-city.ts'

export type DeadlineRule = { amount: number; kind: DayKind }

/** Everything that a due instant follows from, as plain JSON: it is stored with the deadline and shown as it was. */
export type DueExplanation = {
  rule: DeadlineRule
  /** What sets the clock going; of an extension, the end that it moves. `at` is an ISO instant, `day` its date. */
  start: { event: 'notification' | 'previous_due'; at: string; day: string }
  /** The day after `start.day`, and the first one that counts; null where hours are counted, from the instant itself. */
  countedFrom: string | null
  dayOne: string | null
  skipped: readonly SkippedDay[]
  lastDay: string | null
  /** ISO instant, the exclusive end. */
  dueAt: string
  zone: typeof CENTRAL_MEXICO
  calendar: Pick<WorkCalendar, 'key' | 'name' | 'electoralProcess' | 'legalBasis'>
  /** Years that the count passes through and of which the calendar has no holiday: most likely nobody entered them. */
  yearsWithoutHolidays: readonly number[]
}

/** Whether the notice that starts the count was served, or the date is a preview of what would follow if it were. */
type Notified = 'yes' | 'not_yet'

/** Beyond this many the weekly days off are counted, not listed. */
const LISTED_AT_MOST = 14

const UNITS = {
  natural_days: ['día natural', 'días naturales'],
  working_days: ['día hábil', 'días hábiles'],
  hours: ['hora', 'horas'],
} as const satisfies Record<DayKind, readonly [string, string]>

const listed = (words: readonly string[]): string => new Intl.ListFormat('es-MX', { type: 'conjunction' }).format(words)

function ruleSentence({ amount, kind }: DeadlineRule): string {
  const [one, many] = UNITS[kind]
  return `El plazo es de ${formatCount(amount)} ${amount === 1 ? one : many}.`
}

function startSentence({ event, at }: DueExplanation['start'], notified: Notified): string {
  if (event === 'previous_due') return `Prorroga el plazo que vencía el ${formatDue(at)}.`
  return notified === 'yes' ? `Se notificó el ${formatInstant(at)}.` : `Se notificaría ahora, ${formatInstant(at)}.`
}

function countSentence({ countedFrom, dayOne }: DueExplanation): string {
  if (countedFrom === null || dayOne === null) return 'Las horas se cuentan de momento a momento, desde ese instante.'
  const after = `Se cuenta desde el día siguiente, ${formatDate(countedFrom)}`
  return dayOne === countedFrom ? `${after}, que es el día 1.` : `${after}; el día 1 es el ${formatDate(dayOne)}.`
}

function skippedSentences(skipped: readonly SkippedDay[]): string[] {
  const rest = skipped.filter((day) => day.reason === 'weekly_rest').map((day) => formatDate(day.date))
  const holidays = skipped.flatMap((day) => (day.reason === 'holiday' ? [`${formatDate(day.date)}, ${day.name}`] : []))
  const sentences: string[] = []
  if (rest.length > LISTED_AT_MOST) sentences.push(`No cuentan ${formatCount(rest.length)} días de descanso semanal.`)
  else if (rest.length > 0) sentences.push(`No cuentan por descanso semanal: ${listed(rest)}.`)
  if (holidays.length > 0) sentences.push(`No cuentan por ser inhábiles: ${holidays.join('; ')}.`)
  return sentences
}

/** Says of natural days and hours outside an electoral process that nothing is skipped: a reader would expect it to be. */
function calendarSentences({ calendar, rule }: DueExplanation): string[] {
  const named = `Calendario: ${calendar.name}. Fundamento: ${calendar.legalBasis}.`
  if (calendar.electoralProcess) return [named, 'Durante el proceso electoral todos los días y horas son hábiles.']
  if (rule.kind === 'working_days') return [named]
  const counted = rule.kind === 'hours' ? 'Las horas corren' : 'Los días naturales se cuentan'
  return [named, `${counted} también en días de descanso semanal e inhábiles.`]
}

/** "¿Por qué esta fecha?": sentences in Spanish, in the order in which one would count by hand. */
export function explainDue(explanation: DueExplanation, notified: Notified = 'yes'): string[] {
  const { rule, start, skipped, dueAt, yearsWithoutHolidays } = explanation
  const unknown = listed(yearsWithoutHolidays.map(String))
  return [
    ruleSentence(rule),
    startSentence(start, notified),
    countSentence(explanation),
    ...skippedSentences(skipped),
    `Vence el ${formatDue(dueAt)}, hora del centro de México.`,
    ...calendarSentences(explanation),
    ...(unknown ? [`Revise el calendario: no tiene días inhábiles de ${unknown}.`] : []),
  ]
}
