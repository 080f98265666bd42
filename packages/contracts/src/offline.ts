import { OBSERVATION_TYPES, OFFLINE_FIELDS, type RowProblem } from '@portal/domain'
import { z } from 'zod'
import { Id, word } from './command.ts'

/** What the columns of a file hold that is not the portal's own, as the person said. */
export const ColumnChoice = z.object({
  sheet: word(100),
  headerLine: z.int().positive(),
  columns: z.partialRecord(z.enum(OFFLINE_FIELDS), z.int().min(0)),
  /** What ISO's "ed" stands for. */
  editorial: z.enum(['form', 'spelling']),
  /** Of all rows, where no column says it. */
  type: z.enum(OBSERVATION_TYPES).nullable(),
})
export type ColumnChoice = z.infer<typeof ColumnChoice>

const file = { roundId: Id, uploadId: Id, choice: ColumnChoice.nullable() }

export const PreviewOfflineInput = z.object(file)

/** More than one screen confirms: a round never had as many of one OPL. */
const MOST_TAKEN = 5000

export const TakeOfflineInput = z.object({
  key: Id,
  ...file,
  /** `seen`: the version of the observation that the person saw beside the row; null where there was none. */
  rows: z
    .array(z.object({ line: z.int().positive(), seen: z.int().positive().nullable() }))
    .min(1)
    .max(MOST_TAKEN),
})

const OfflineTextsView = z.object({
  place: z.string(),
  type: z.enum(OBSERVATION_TYPES).nullable(),
  says: z.string(),
  shouldSay: z.string(),
  rationale: z.string(),
  legalBasis: z.string(),
})
export type OfflineTextsView = z.infer<typeof OfflineTextsView>

const ROW_STATUSES = ['new', 'changed', 'unchanged', 'conflict', 'refused'] as const

export const OfflineRowView = z.object({
  line: z.int(),
  status: z.enum(ROW_STATUSES),
  /** Of the observation in the portal that it names; null for a new one. */
  seen: z.int().nullable(),
  texts: OfflineTextsView,
  /** As the portal has it. */
  before: OfflineTextsView.nullable(),
  problems: z.array(
    z.object({
      code: z.custom<RowProblem['code']>((value) => typeof value === 'string'),
      /** "C7"; empty where it is the whole row. */
      cell: z.string(),
      /** The most characters, where there are too many. */
      limit: z.int().nullable(),
    }),
  ),
})
export type OfflineRowView = z.infer<typeof OfflineRowView>

const FoundTableView = z.object({
  sheet: z.string(),
  headerLine: z.int(),
  /** Whether some type is ISO's "ed", whose meaning has to be chosen. */
  editorial: z.boolean(),
  columns: z.array(
    z.object({
      column: z.int(),
      header: z.string(),
      samples: z.array(z.string()),
      suggested: z.enum(OFFLINE_FIELDS).nullable(),
    }),
  ),
})
export type FoundTableView = z.infer<typeof FoundTableView>

/** `columns`: the file is not one of the portal's, or its headers were changed: what holds what has to be said first. */
export const OfflinePreview = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('columns'), tables: z.array(FoundTableView) }),
  z.object({ kind: z.literal('rows'), rows: z.array(OfflineRowView) }),
])
export type OfflinePreview = z.infer<typeof OfflinePreview>
