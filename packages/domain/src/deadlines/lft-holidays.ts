import type { Holiday } from './calendar.ts'
import { isoWeekday } from './mexico-city.ts'

/** The text of LFT 74 that moves three holidays to Mondays is in force since 2006. */
const FIRST_YEAR = 2006

const dateOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function mondayOf(year: number, month: number, ordinal: number): string {
  const weekdayOfFirst = isoWeekday(dateOf(year, month, 1))
  return dateOf(year, month, 1 + ((8 - weekdayOfFirst) % 7) + 7 * (ordinal - 1))
}

/** LFT 74, VII, every six years: 1 December until 2018; since the Executive takes office in October, 1 October. */
const handoverOf = (year: number): Holiday[] =>
  year % 6 === 2
    ? [
        {
          date: year < 2024 ? dateOf(year, 12, 1) : dateOf(year, 10, 1),
          name: 'Transmisión del Poder Ejecutivo Federal',
        },
      ]
    : []

/**
 * Days of compulsory rest of LFT 74 in one year, in order of date: seeds for a calendar that an administrator edits.
 * `electionDays` (YYYY-MM-DD) are those that electoral law sets for ordinary elections (IX), for instance 2018-07-01;
 * those of other years are left out. Throws a RangeError before 2006 and after 9999.
 */
export function lftHolidays(year: number, electionDays: readonly string[] = []): Holiday[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > 9999)
    throw new RangeError(`No LFT 74 holidays for ${year}`)
  const holidays: Holiday[] = [
    { date: dateOf(year, 1, 1), name: 'Año Nuevo' },
    { date: mondayOf(year, 2, 1), name: 'Día de la Constitución (en conmemoración del 5 de febrero)' },
    { date: mondayOf(year, 3, 3), name: 'Natalicio de Benito Juárez (en conmemoración del 21 de marzo)' },
    { date: dateOf(year, 5, 1), name: 'Día del Trabajo' },
    { date: dateOf(year, 9, 16), name: 'Día de la Independencia' },
    { date: mondayOf(year, 11, 3), name: 'Día de la Revolución (en conmemoración del 20 de noviembre)' },
    { date: dateOf(year, 12, 25), name: 'Navidad' },
    ...handoverOf(year),
    ...electionDays.filter((date) => date.startsWith(`${year}-`)).map((date) => ({ date, name: 'Jornada electoral' })),
  ]
  return holidays.toSorted((a, b) => a.date.localeCompare(b.date))
}
