import { INFORMATION_CLASSES } from '@portal/domain'
import { z } from 'zod'
import { command, Day, Id, needed, text } from './command.ts'

/** How something is classed, as shown to everybody who sees the record. */
export const ClassificationView = z.object({
  class: z.enum(INFORMATION_CLASSES),
  basis: z.string(),
  from: Day.nullable(),
  until: Day.nullable(),
})
export type ClassificationView = z.infer<typeof ClassificationView>

/** What a clause, an artwork or a file says of its class: null where it was never restricted. */
export const classed = {
  classification: ClassificationView.nullable(),
  /** Whether the content is kept from the reader: then it is empty here. */
  withheld: z.boolean(),
}

/** `seen` is the version's record version. Of what becomes public neither basis nor period is kept. */
export const ClassifyInput = command({
  versionId: Id,
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('clause'), id: Id }),
    z.object({ kind: z.literal('artwork'), id: Id }),
  ]),
  class: z.enum(INFORMATION_CLASSES),
  basis: text(500),
  from: Day.nullable(),
  until: Day.nullable(),
  reason: needed(2000),
})
