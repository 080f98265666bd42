/**
 * Dates and times of central Mexico, with `Intl` only: the portal runs this in browsers that lack `Temporal`.
 * Every deadline and every date on screen is in this zone, wherever the reader sits.
 */
export const CENTRAL_MEXICO = 'America/Mexico_City'

const MS_PER_DAY = 86_400_000

/** `date` is YYYY-MM-DD and `time` HH:MM (24 hours) of central Mexico. */
export type WallClock = { date: string; time: string }

// 'en-US' with a fixed calendar and digits: the parts are read, never shown, so no locale data can change the result.
const parts = new Intl.DateTimeFormat('en-US', {
  timeZone: CENTRAL_MEXICO,
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** Milliseconds of an ISO instant (with `Z` or an offset). Throws a RangeError on anything else. */
export function instantMs(iso: string): number {
  const ms = /T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso) ? Date.parse(iso) : Number.NaN
  if (Number.isNaN(ms)) throw new RangeError(`Not an ISO instant: ${iso}`)
  return ms
}

export function wallClockAt(ms: number): WallClock {
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of parts.formatToParts(ms)) found[type] = value
  const { year = '', month = '', day = '', hour = '', minute = '' } = found
  return { date: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` }
}

/** The day on which a deadline falls. Its end is exclusive: one that ends at 00:00 belongs to the day before (24:00). */
export const dueDayAt = (ms: number): string => wallClockAt(ms - 1).date

/** Days since 1970-01-01 of a calendar date YYYY-MM-DD. Throws a RangeError on a date that does not exist. */
export function dayNumber(date: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(date)) throw new RangeError(`Not a date: ${date}`)
  return ms / MS_PER_DAY
}

/** ISO 8601: 1 is Monday and 7 is Sunday. 1970-01-01 was a Thursday (4). */
export const isoWeekday = (date: string): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
