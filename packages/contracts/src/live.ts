import { RECORD_KINDS } from '@portal/domain'
import { z } from 'zod'

/** What subscribers hear after an act: enough to refetch what they show, nothing of the content. */
export const LiveEvent = z.object({
  id: z.string(),
  recordKind: z.enum(RECORD_KINDS),
  recordId: z.uuid(),
  roundId: z.uuid().nullable(),
  versionId: z.uuid().nullable(),
  verb: z.string(),
})
export type LiveEvent = z.infer<typeof LiveEvent>
