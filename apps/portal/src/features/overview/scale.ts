const DAY = 24

/** "6 h", "2.5 días": in hours up to two days, then in days. */
export function hoursWords(hours: number): string {
  if (hours < 1) return 'menos de 1 h'
  if (hours < 2 * DAY) return `${Math.round(hours)} h`
  return `${Math.round((hours / DAY) * 10) / 10} días`
}

type Mark = { at: string; words: string; anchor: 'start' | 'middle' | 'end' }

/** One scale for all of them, from nothing to the longest, rounded up to whole days; places are in percent of its width. */
export function scaleOf(hours: readonly number[]): { place: (hours: number) => string; marks: readonly Mark[] } {
  const days = Math.max(1, Math.ceil(Math.max(0, ...hours) / DAY))
  // Half a mark's width stays free at both ends.
  const place = (value: number) => `${2 + (value / (days * DAY)) * 96}%`
  return {
    place,
    marks: [
      { at: place(0), words: '0', anchor: 'start' },
      ...(days === 1 ? [] : [{ at: place((days * DAY) / 2), words: `${days / 2} días`, anchor: 'middle' as const }]),
      { at: place(days * DAY), words: days === 1 ? '1 día' : `${days} días`, anchor: 'end' },
    ],
  }
}

/** Every day from the first to the last of them, as `2017-12-14`. */
export function daysBetween(days: readonly string[]): string[] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const all: string[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY * 3_600_000) {
    all.push(new Date(at).toISOString().slice(0, 10))
  }
  return all
}
