const WEEKDAYS = ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom']
const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic']

/**
 * An instant as the record states it: the legal time of central Mexico, in which deadlines run, to the second.
 * Written by hand, not by the machine's locale data, whose abbreviations change between versions.
 */
export function centralTime(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO('America/Mexico_City')
  const date = `${WEEKDAYS[local.dayOfWeek - 1]} ${local.day} ${MONTHS[local.month - 1]} ${local.year}`
  return `${date}, ${local.toPlainTime().toString({ smallestUnit: 'second' })} (hora del centro de México)`
}
