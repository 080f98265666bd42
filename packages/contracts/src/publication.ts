import { PUBLICATION_KINDS, RESOLUTION_BODIES, VERSION_STATUSES } from '@portal/domain'
import { z } from 'zod'
import { command, Day, Id, Instant, needed, text, word } from './command.ts'
import { paging } from './paging.ts'
import { ClauseView, SPECIFICATION_KINDS } from './specifications.ts'

/** Public: as it was resolved, without who typed it in. */
const PublicResolution = z.object({
  number: z.string(),
  body: z.enum(RESOLUTION_BODIES),
  day: Day.nullable(),
  subject: z.string(),
})

const publicVersion = {
  id: Id,
  title: z.string(),
  kind: z.enum(SPECIFICATION_KINDS),
  number: z.int(),
  status: z.enum(VERSION_STATUSES),
  illustrative: z.boolean(),
  resolutions: z.array(PublicResolution),
}

/** Public: an approved version in the list. */
export const PublicVersionRow = z.object(publicVersion)
export type PublicVersionRow = z.infer<typeof PublicVersionRow>

/** A file that anybody may take: `/exports/publico/archivos/<id>`. */
const PublicFile = z.object({ id: Id, name: z.string(), bytes: z.number(), sha256: z.string() })

/** Public: an approved version; of what is reserved in it the number, the basis and until when. */
export const PublicVersionView = z.object({
  ...publicVersion,
  clauses: z.array(ClauseView),
  /** Null while it holds what is reserved. */
  source: PublicFile.nullable(),
  artworks: z.array(z.object({ element: z.string(), file: PublicFile })),
  matrices: z.array(z.object({ roundId: Id, number: z.int(), publishedAt: Instant })),
})
export type PublicVersionView = z.infer<typeof PublicVersionView>

export const ListPublicInput = z.object({
  /** Words of the title, accents and capitals aside. */
  search: word(200).nullish(),
  ...paging,
})

export const PublicationRuleView = z.object({
  id: Id,
  kind: z.enum(PUBLICATION_KINDS),
  shown: z.boolean(),
  basis: z.string(),
  recordVersion: z.int(),
})
export type PublicationRuleView = z.infer<typeof PublicationRuleView>

/** `seen` is the rule's record version. */
export const SetPublicationInput = command({
  kind: z.enum(PUBLICATION_KINDS),
  shown: z.boolean(),
  basis: text(500),
  reason: needed(2000),
})
