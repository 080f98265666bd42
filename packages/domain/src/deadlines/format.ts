import { dayNumber, dueDayAt, instantMs, isoWeekday, wallClockAt } from './mexico-city.ts'

// Our own abbreviations: those of ICU gain and lose dots, "sept" and "de" between versions and browsers.
const WEEKDAYS = ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom']
const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic']

const MS_PER_MINUTE = 60_000

/** `2017-12-25` as "lun 25 dic 2017". Throws a RangeError on a date that does not exist. */
export function formatDate(date: string): string {
  const weekday = WEEKDAYS[isoWeekday(date) - 1]
  const [year = '', month = '', day = ''] = date.split('-')
  return `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** An ISO instant as "jue 14 dic 2017, 10:32", in central Mexico. */
export function formatInstant(iso: string): string {
  const { date, time } = wallClockAt(instantMs(iso))
  return `${formatDate(date)}, ${time}`
}

/** The end of a deadline as "lun 25 dic 2017, 24:00": midnight is shown as the end of the day that it closes. */
export function formatDue(iso: string): string {
  const ms = instantMs(iso)
  const midnight = ms % MS_PER_MINUTE === 0 && wallClockAt(ms).time === '00:00'
  return midnight ? `${formatDate(dueDayAt(ms))}, 24:00` : formatInstant(iso)
}

/** "quedan 3 h", "queda 1 min": whole units, rounded down so that nobody is promised time that is not there. */
function amountOf(ms: number): { count: number; text: string } {
  const minutes = Math.floor(ms / MS_PER_MINUTE)
  const hours = Math.floor(minutes / 60)
  if (hours > 0) return { count: hours, text: `${hours} h` }
  return minutes > 0 ? { count: minutes, text: `${minutes} min` } : { count: 1, text: 'menos de 1 min' }
}

const remain = (count: number): string => (count === 1 ? 'queda' : 'quedan')
const days = (count: number): string => (count === 1 ? '1 día' : `${formatCount(count)} días`)

/**
 * "quedan 4 días", "queda 1 día", "vence hoy, quedan 3 h", "venció hoy, hace 2 h", "venció hace 2 días".
 * Days are counted by dates of central Mexico, as in the semaphore. The end is exclusive: at `dueAt` it is past.
 */
export function formatTimeLeft(dueAt: string, now: string): string {
  const due = instantMs(dueAt)
  const at = instantMs(now)
  const between = dayNumber(dueDayAt(due)) - dayNumber(wallClockAt(at).date)
  if (at >= due) return between === 0 ? `venció hoy, hace ${amountOf(at - due).text}` : `venció hace ${days(-between)}`
  if (between > 0) return `${remain(between)} ${days(between)}`
  const { count, text } = amountOf(due - at)
  return `vence hoy, ${remain(count)} ${text}`
}

/** A whole number as "1,155". Throws a RangeError on what is not a whole number. */
export function formatCount(count: number): string {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Not a count: ${count}`)
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
