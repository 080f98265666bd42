import { DISPOSITIONS, OBSERVATION_TYPES, RESPONSE_STATUSES } from '@portal/domain'
import { z } from 'zod'
import { Day, Id, Instant } from './command.ts'

const byType = z.record(z.enum(OBSERVATION_TYPES), z.int())
const byDisposition = z.record(z.enum(DISPOSITIONS), z.int())

/** What happened in a round, counted: of what was sent, as far as the reader may see it. */
export const RoundOverview = z.object({
  openedAt: Instant,
  /** The OPL in their official order; of an OPL only its own. */
  answers: z.array(
    z.object({
      organisationId: z.string(),
      organisation: z.string(),
      status: z.enum(RESPONSE_STATUSES),
      sentAt: Instant.nullable(),
      observations: z.int(),
      /** From the opening of the round to its answer; null before. */
      answerHours: z.number().nullable(),
      /** How many of its observations have an outcome, and the median of how long that took since the round was closed. */
      resolved: z.int(),
      outcomeHours: z.number().nullable(),
    }),
  ),
  /** In the document's order, also those on which there is nothing. */
  clauses: z.array(z.object({ id: Id, citation: z.string(), byType })),
  artworks: z.array(z.object({ id: Id, element: z.string(), byType })),
  /** Days of central Mexico on which something was received or resolved, in order. */
  days: z.array(z.object({ day: Day, received: byType, resolved: byDisposition })),
})
export type RoundOverview = z.infer<typeof RoundOverview>
