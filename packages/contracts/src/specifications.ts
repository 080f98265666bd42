import {
  DISPOSITIONS,
  PROMISE_RESULTS,
  RESOLUTION_BODIES,
  VERSION_STATUSES,
  type VersionCommandKind,
} from '@portal/domain'
import { z } from 'zod'
import { command, Day, Id, Instant, needed, word } from './command.ts'
import { PersonRef } from './directory.ts'
import { classed } from './information.ts'
import { paging } from './paging.ts'
import { RoundRow } from './rounds.ts'

export const SPECIFICATION_KINDS = ['pep', 'guideline', 'procedure', 'draft_agreement', 'report'] as const

const Mark = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['bold', 'italic', 'underline', 'strike']), start: z.int(), end: z.int() }),
  z.object({ kind: z.literal('link'), start: z.int(), end: z.int(), href: z.string() }),
])

const TableCell = z.object({
  text: z.string(),
  marks: z.array(Mark),
  columns: z.int(),
  rows: z.int(),
  header: z.boolean(),
})

const content = {
  kind: z.enum(['heading', 'paragraph', 'list_item', 'table']),
  number: z.string().nullable(),
  numberOrigin: z.enum(['typed', 'automatic', 'none']),
  depth: z.int().min(0),
  text: z.string(),
  marks: z.array(Mark),
  table: z.object({ rows: z.array(z.object({ cells: z.array(TableCell) })) }).nullable(),
}

export const ProposedClauseView = z.object({ ...content, key: z.string(), excluded: z.boolean() })
export type ProposedClauseView = z.infer<typeof ProposedClauseView>

export const ClauseView = z.object({ ...content, ...classed, id: Id, citation: z.string() })
export type ClauseView = z.infer<typeof ClauseView>

const ImportFindingView = z.object({ code: z.string(), clauseKey: z.string().nullable(), excerpt: z.string() })

export const UploadView = z.object({
  id: Id,
  name: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  type: z.string(),
})
export type UploadView = z.infer<typeof UploadView>

export const ArtworkView = z.object({
  id: Id,
  element: z.string(),
  upload: UploadView,
  pages: z.array(z.object({ widthMm: z.number(), heightMm: z.number() })),
  ...classed,
})
export type ArtworkView = z.infer<typeof ArtworkView>

export const ResolutionView = z.object({
  number: z.string(),
  body: z.enum(RESOLUTION_BODIES),
  day: Day.nullable(),
  subject: z.string(),
  recordedBy: PersonRef,
  recordedAt: Instant,
})

export const VersionRow = z.object({
  id: Id,
  number: z.int(),
  status: z.enum(VERSION_STATUSES),
  statusSince: Instant,
  title: z.string(),
  indexed: z.boolean(),
  clauses: z.int(),
  artworks: z.int(),
  rounds: z.array(RoundRow),
})
export type VersionRow = z.infer<typeof VersionRow>

export const SpecificationRow = z.object({
  id: Id,
  title: z.string(),
  kind: z.enum(SPECIFICATION_KINDS),
  illustrative: z.boolean(),
  createdAt: Instant,
  latest: z.object({ id: Id, number: z.int(), status: z.enum(VERSION_STATUSES), statusSince: Instant }).nullable(),
})
export type SpecificationRow = z.infer<typeof SpecificationRow>

export const SpecificationView = z.object({
  id: Id,
  title: z.string(),
  kind: z.enum(SPECIFICATION_KINDS),
  illustrative: z.boolean(),
  createdAt: Instant,
  createdBy: PersonRef,
  recordVersion: z.int(),
  versions: z.array(VersionRow),
  /** Whether the actor may import a document as the next version. */
  mayImport: z.boolean(),
})
export type SpecificationView = z.infer<typeof SpecificationView>

export const VersionView = z.object({
  id: Id,
  specification: z.object({ id: Id, title: z.string(), kind: z.enum(SPECIFICATION_KINDS), illustrative: z.boolean() }),
  number: z.int(),
  status: z.enum(VERSION_STATUSES),
  statusSince: Instant,
  title: z.string(),
  recordVersion: z.int(),
  source: UploadView,
  /** The document holds clauses that are kept from the reader: it is not given out. */
  sourceWithheld: z.boolean(),
  /** While it may still be corrected, and only for who may correct it. */
  proposal: z.array(ProposedClauseView).nullable(),
  findings: z.array(ImportFindingView),
  /** Whether it follows a published matrix: what was promised in it is looked for before this one goes out. */
  followsMatrix: z.boolean(),
  clauses: z.array(ClauseView),
  artworks: z.array(ArtworkView),
  resolutions: z.array(ResolutionView),
  rounds: z.array(RoundRow),
  allowed: z.array(z.custom<VersionCommandKind>((value) => typeof value === 'string')),
  /** Whether a round may be prepared on it now. */
  mayPrepareRound: z.boolean(),
})
export type VersionView = z.infer<typeof VersionView>

export const ListSpecificationsInput = z.object({
  kind: z.enum(SPECIFICATION_KINDS).nullish(),
  /** Words of the title, accents and capitals aside. */
  search: word(200).nullish(),
  ...paging,
})

export const CreateSpecificationInput = z.object({
  key: Id,
  title: needed(300),
  kind: z.enum(SPECIFICATION_KINDS),
})

export const ImportDocumentInput = command({ specificationId: Id, uploadId: Id })

const key = word(60)
export const ProposalCorrectionInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('split'), key, at: z.int().positive() }),
  z.object({ kind: z.literal('join'), key }),
  z.object({ kind: z.literal('renumber'), key, number: needed(30).nullable() }),
  z.object({ kind: z.literal('exclude'), key }),
  z.object({ kind: z.literal('include'), key }),
  z.object({ kind: z.literal('indent'), key }),
  z.object({ kind: z.literal('outdent'), key }),
])
export const CorrectProposalInput = command({ versionId: Id, correction: ProposalCorrectionInput })
export const IndexVersionInput = command({ versionId: Id })
export const AttachArtworkInput = command({ versionId: Id, element: needed(120), uploadId: Id })
export const WithdrawVersionInput = command({ versionId: Id, reason: needed(2000) })
export const RecordResolutionInput = command({
  versionId: Id,
  /** As typed: official numbers are checked by pattern, never by meaning. */
  number: needed(80),
  body: z.enum(RESOLUTION_BODIES),
  day: Day.nullable(),
  subject: needed(1000),
})

/** An accepted observation of an earlier version, with what becomes of it in the one that follows. */
export const PromiseRow = z.object({
  id: Id,
  number: z.int(),
  organisation: z.string(),
  /** The number of the version, and of its round, in which it was made. */
  madeIn: z.int(),
  round: z.int(),
  citation: z.string().nullable(),
  element: z.string().nullable(),
  disposition: z.enum(DISPOSITIONS),
  shouldSay: z.string(),
  agreedText: z.string(),
  result: z.enum(PROMISE_RESULTS),
  /** The clause in which it was found, or looked for in vain; null where that is gone. */
  found: z.object({ clauseId: Id, citation: z.string(), text: z.string() }).nullable(),
  /** Why it is not found: without it the version is not published. */
  justification: z.object({ reason: z.string(), by: PersonRef, at: Instant }).nullable(),
})
export type PromiseRow = z.infer<typeof PromiseRow>

export const PromisesView = z.object({ published: z.boolean(), recordVersion: z.int(), rows: z.array(PromiseRow) })
export type PromisesView = z.infer<typeof PromisesView>

export const JustifyPromiseInput = command({ versionId: Id, observationId: Id, reason: needed(4000) })
export const PublishVersionInput = command({ versionId: Id })
