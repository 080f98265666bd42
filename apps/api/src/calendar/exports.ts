/** What other slices may use of this one. */
export { dayAt } from './day.ts'
export { calendarOf } from './rows.ts'
export { seedCalendars } from './seed-calendars.ts'
