import { z } from 'zod'
import { Day, Instant, word } from './command.ts'

export const DAY_KINDS = ['natural_days', 'working_days', 'hours'] as const

export const DeadlineRuleInput = z.object({ amount: z.int(), kind: z.enum(DAY_KINDS) })

export const WorkCalendarView = z.object({
  key: z.string(),
  name: z.string(),
  electoralProcess: z.boolean(),
  legalBasis: z.string(),
  weekdaysOff: z.array(z.int()),
  holidays: z.array(z.object({ date: Day, name: z.string() })),
})
export type WorkCalendarView = z.infer<typeof WorkCalendarView>

/** A due date with the reason for it, in sentences that a person reads. */
export const DueView = z.object({ due: Instant, explanation: z.array(z.string()) })
export type DueView = z.infer<typeof DueView>

export const PreviewDueInput = z.object({
  rule: DeadlineRuleInput,
  calendarKey: word(40),
  /** Of an extension: the round whose due date is extended; absent: counted from now. */
  extends: z.uuid().nullish(),
})
