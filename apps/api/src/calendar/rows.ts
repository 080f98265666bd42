import type { WorkCalendar } from '@portal/domain'
import type { WorkCalendarView } from '@portal/contracts'
import type { Reader, Statement } from '../acts/transaction.ts'
import { found } from '../refused.ts'

const COLUMNS = `
  c.key, c.name, c.electoral_process AS "electoralProcess", c.legal_basis AS "legalBasis",
  c.weekdays_off AS "weekdaysOff", coalesce((
    SELECT json_agg(json_build_object('date', h.day, 'name', h.name) ORDER BY h.day)
    FROM holiday AS h WHERE h.calendar_key = c.key
  ), '[]') AS holidays`

const CALENDARS: Statement = {
  name: 'calendar_list',
  text: `SELECT ${COLUMNS} FROM work_calendar AS c ORDER BY c.electoral_process DESC, c.name`,
}
const CALENDAR: Statement = {
  name: 'calendar_one',
  text: `SELECT ${COLUMNS} FROM work_calendar AS c WHERE c.key = $1`,
}

export const calendars = (reader: Reader) => reader.rows<WorkCalendarView>(CALENDARS, [])

/** The calendar that a deadline names. @throws Refused NOT_FOUND */
export const calendarOf = async (reader: Reader, key: string): Promise<WorkCalendar> =>
  found(await reader.one<WorkCalendarView>(CALENDAR, [key]))
