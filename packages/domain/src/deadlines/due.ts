import { refuse, ok } from '../result.ts'
import type { Result } from '../result.ts'
import type { DayKind, SkippedDay, WorkCalendar } from './calendar.ts'
import { hasWorkingDays, skippedDay } from './calendar.ts'
import type { DeadlineRule, DueExplanation } from './explain.ts'
import { CENTRAL_MEXICO } from './mexico-city.ts'

export type Due = {
  /** ISO instant in UTC, the exclusive end: what arrives at or after it is late. */
  at: string
  /** The last day that counts (its 24:00 is `at`); null where hours are counted. */
  lastDay: string | null
  explanation: DueExplanation
}

export type DeadlineRefusal =
  | { code: 'AMOUNT_OUT_OF_RANGE'; amount: number; least: number; most: number }
  | { code: 'INSTANT_NOT_VALID'; value: string }
  | { code: 'CALENDAR_WITHOUT_WORKING_DAYS'; calendar: string }

/** One year, in each unit: more than that is a mistake in typing. */
const MOST = { natural_days: 365, working_days: 365, hours: 8760 } as const satisfies Record<DayKind, number>

type Start = { event: DueExplanation['start']['event']; instant: Temporal.Instant; day: Temporal.PlainDate }
type Count = { dayOne: Temporal.PlainDate; lastDay: Temporal.PlainDate; skipped: SkippedDay[] }

/**
 * When a deadline ends that starts with a notification. Day 1 is the day after; a day ends at 24:00 of central Mexico.
 * Natural days count all days. Working days count those of the calendar. Hours run from moment to moment on all days,
 * also outside an electoral process: no law at hand says how to stop the clock at night, so the explanation says it runs.
 */
export function dueOf(deadline: {
  /** ISO instant */
  notifiedAt: string
  rule: DeadlineRule
  calendar: WorkCalendar
}): Result<Due, DeadlineRefusal> {
  const instant = parseInstant(deadline.notifiedAt)
  if (!instant) return refuse({ code: 'INSTANT_NOT_VALID', value: deadline.notifiedAt })
  return countFrom({ event: 'notification', instant, day: dayOf(instant) }, deadline.rule, deadline.calendar)
}

/**
 * When a deadline ends that is extended by `rule`: counted on from its present end, whose day was its last one, so
 * that day 1 of the extension is the day after it. An extension never shortens.
 */
export function extendedDueOf(extension: {
  /** ISO instant, the end that is moved */
  dueAt: string
  rule: DeadlineRule
  calendar: WorkCalendar
}): Result<Due, DeadlineRefusal> {
  const instant = parseInstant(extension.dueAt)
  if (!instant) return refuse({ code: 'INSTANT_NOT_VALID', value: extension.dueAt })
  const day = dayOf(instant.subtract({ milliseconds: 1 }))
  return countFrom({ event: 'previous_due', instant, day }, extension.rule, extension.calendar)
}

function countFrom(start: Start, rule: DeadlineRule, calendar: WorkCalendar): Result<Due, DeadlineRefusal> {
  const most = MOST[rule.kind]
  if (!Number.isInteger(rule.amount) || rule.amount < 1 || rule.amount > most)
    return refuse({ code: 'AMOUNT_OUT_OF_RANGE', amount: rule.amount, least: 1, most })
  if (rule.kind === 'hours') return ok(dueFrom(start, rule, calendar, null))
  if (rule.kind === 'working_days' && !hasWorkingDays(calendar))
    return refuse({ code: 'CALENDAR_WITHOUT_WORKING_DAYS', calendar: calendar.key })
  return ok(dueFrom(start, rule, calendar, countDays(start.day, rule, calendar)))
}

function countDays(startDay: Temporal.PlainDate, { amount, kind }: DeadlineRule, calendar: WorkCalendar): Count {
  const skipped: SkippedDay[] = []
  let dayOne: Temporal.PlainDate | null = null
  for (let day = startDay.add({ days: 1 }), counted = 0; ; day = day.add({ days: 1 })) {
    const reason = kind === 'working_days' ? skippedDay(day.toString(), calendar) : null
    if (reason) {
      skipped.push(reason)
      continue
    }
    dayOne ??= day
    counted += 1
    if (counted === amount) return { dayOne, lastDay: day, skipped }
  }
}

function dueFrom(start: Start, rule: DeadlineRule, calendar: WorkCalendar, count: Count | null): Due {
  const end = count ? endOf(count.lastDay) : start.instant.add({ hours: rule.amount })
  const at = isoOf(end)
  const lastDay = count?.lastDay.toString() ?? null
  const { key, name, electoralProcess, legalBasis } = calendar
  return {
    at,
    lastDay,
    explanation: {
      rule: { amount: rule.amount, kind: rule.kind },
      start: { event: start.event, at: isoOf(start.instant), day: start.day.toString() },
      countedFrom: count ? start.day.add({ days: 1 }).toString() : null,
      dayOne: count?.dayOne.toString() ?? null,
      skipped: count?.skipped ?? [],
      lastDay,
      dueAt: at,
      zone: CENTRAL_MEXICO,
      calendar: { key, name, electoralProcess, legalBasis },
      yearsWithoutHolidays:
        count && rule.kind === 'working_days' && !electoralProcess
          ? yearsWithoutHolidays(start.day.add({ days: 1 }).year, count.lastDay.year, calendar)
          : [],
    },
  }
}

function yearsWithoutHolidays(first: number, last: number, { holidays }: WorkCalendar): number[] {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return years.filter((year) => !holidays.some(({ date }) => date.startsWith(`${year}-`)))
}

function parseInstant(iso: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(iso)
  } catch {
    return null
  }
}

const dayOf = (instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(CENTRAL_MEXICO).toPlainDate()

/** 24:00 of a day is 00:00 of the next; the zone's own history says whether that is 05:00 or 06:00 UTC. */
const endOf = (day: Temporal.PlainDate): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(CENTRAL_MEXICO).toInstant()

/** As `Date.prototype.toISOString` writes it, so that instants from either source compare as strings. */
const isoOf = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 })
