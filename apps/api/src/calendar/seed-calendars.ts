import { electoralCalendar, lftHolidays, ordinaryCalendar } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'

const CALENDAR: Statement = {
  name: 'calendar_seed',
  text: `
    INSERT INTO work_calendar (key, name, electoral_process, legal_basis, weekdays_off)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
}
const HOLIDAYS: Statement = {
  name: 'calendar_seed_holidays',
  text: `
    INSERT INTO holiday (calendar_key, day, name)
    SELECT $1, day, name FROM unnest($2::date[], $3::text[]) AS h (day, name) ON CONFLICT DO NOTHING`,
}

/** Ordinary elections on the first Sunday of June or July; LFT 74, IX makes the day one of rest. */
const ELECTION_DAYS = ['2018-07-01', '2021-06-06', '2024-06-02', '2027-06-06']
const FIRST_YEAR = 2017

/** The two calendars of LGSMIME 7 with the holidays of LFT 74 until the year after `day`. What exists stays as it is. */
export async function seedCalendars(reader: Reader, day: string): Promise<void> {
  const years = Array.from({ length: Math.max(2, Number(day.slice(0, 4)) + 2 - FIRST_YEAR) }, (_, n) => FIRST_YEAR + n)
  const holidays = years.flatMap((year) => lftHolidays(year, ELECTION_DAYS))
  for (const { key, name, electoralProcess, legalBasis, weekdaysOff } of [electoralCalendar(), ordinaryCalendar([])]) {
    await reader.rows(CALENDAR, [key, name, electoralProcess, legalBasis, weekdaysOff])
  }
  const { key } = ordinaryCalendar([])
  await reader.rows(HOLIDAYS, [key, holidays.map((holiday) => holiday.date), holidays.map((holiday) => holiday.name)])
}
