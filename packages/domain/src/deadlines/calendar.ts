import { isoWeekday } from './mexico-city.ts'

export type DayKind = 'natural_days' | 'working_days' | 'hours'

export type Holiday = {
  /** YYYY-MM-DD */
  date: string
  name: string
}

/** Which days count. An administrator edits it: holidays are data, so is the choice of calendar for each deadline. */
export type WorkCalendar = {
  key: string
  name: string
  /** All days and hours are working (LGIPE 97.1, LGSMIME 7.1); `weekdaysOff` and `holidays` are then not looked at. */
  electoralProcess: boolean
  legalBasis: string
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  weekdaysOff: readonly number[]
  holidays: readonly Holiday[]
}

/** Why a day does not count. A holiday that falls on a weekly day off is named as the holiday. */
export type SkippedDay = { date: string; reason: 'weekly_rest' } | { date: string; reason: 'holiday'; name: string }

/** Null for a working day. `date` is YYYY-MM-DD; a date that does not exist throws. */
export function skippedDay(date: string, calendar: WorkCalendar): SkippedDay | null {
  const weekday = isoWeekday(date)
  if (calendar.electoralProcess) return null
  const holiday = calendar.holidays.find((candidate) => candidate.date === date)
  if (holiday) return { date, reason: 'holiday', name: holiday.name }
  return calendar.weekdaysOff.includes(weekday) ? { date, reason: 'weekly_rest' } : null
}

export const isWorkingDay = (date: string, calendar: WorkCalendar): boolean => skippedDay(date, calendar) === null

/** False where every weekday is off: no deadline in working days could ever end. */
export const hasWorkingDays = ({ electoralProcess, weekdaysOff }: WorkCalendar): boolean =>
  electoralProcess || [1, 2, 3, 4, 5, 6, 7].some((weekday) => !weekdaysOff.includes(weekday))

/** Of LGIPE 97.1 and LGSMIME 7.1; a seed for the editable catalogue. */
export const electoralCalendar = (): WorkCalendar => ({
  key: 'electoral_process',
  name: 'Proceso electoral',
  electoralProcess: true,
  legalBasis: 'LGIPE, artículo 97, párrafo 1; LGSMIME, artículo 7, párrafo 1',
  weekdaysOff: [],
  holidays: [],
})

/** Of LGSMIME 7.2: Monday to Friday without the holidays given; a seed for the editable catalogue. */
export const ordinaryCalendar = (holidays: readonly Holiday[]): WorkCalendar => ({
  key: 'ordinary',
  name: 'Fuera de proceso electoral',
  electoralProcess: false,
  legalBasis: 'LGSMIME, artículo 7, párrafo 2; LFT, artículo 74',
  weekdaysOff: [6, 7],
  holidays,
})
