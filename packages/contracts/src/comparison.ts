import { CLAUSE_CHANGES, VERSION_STATUSES } from '@portal/domain'
import { z } from 'zod'
import { Id, Instant } from './command.ts'
import { RoundRow } from './rounds.ts'
import { ArtworkView, ClauseView, SPECIFICATION_KINDS } from './specifications.ts'

const number = z.int().positive().max(100_000)

/** Versions by their numbers. Left out: the latest that the actor may see, and the one before the other. */
export const CompareVersionsInput = z.object({ specificationId: Id, from: number.nullish(), to: number.nullish() })

const specification = z.object({
  id: Id,
  title: z.string(),
  kind: z.enum(SPECIFICATION_KINDS),
  illustrative: z.boolean(),
})

const VersionRef = z.object({ id: Id, number: z.int(), status: z.enum(VERSION_STATUSES), statusSince: Instant })

export const ComparedClauseView = z.object({
  before: ClauseView.nullable(),
  after: ClauseView.nullable(),
  changes: z.array(z.enum(CLAUSE_CHANGES)),
})
export type ComparedClauseView = z.infer<typeof ComparedClauseView>

/** An element that has an artwork in one of the versions, or in both. */
export const ComparedArtworkView = z.object({
  element: z.string(),
  before: ArtworkView.nullable(),
  after: ArtworkView.nullable(),
})
export type ComparedArtworkView = z.infer<typeof ComparedArtworkView>

export const ComparisonView = z.object({
  specification,
  /** Whose clauses are confirmed, the latest first: those that may be chosen. */
  versions: z.array(VersionRef),
  from: VersionRef,
  to: VersionRef,
  rows: z.array(ComparedClauseView),
  counts: z.record(z.enum([...CLAUSE_CHANGES, 'unchanged']), z.int()),
  artworks: z.array(ComparedArtworkView),
})
export type ComparisonView = z.infer<typeof ComparisonView>

/** A clause over the versions that the actor may see, the latest first. */
export const ClauseHistoryView = z.object({
  specification,
  versions: z.array(
    z.object({
      version: VersionRef,
      /** Null: it is not in this version. */
      clause: ClauseView.nullable(),
      /** Since the version before; that it was moved among others shows only the comparison. */
      changes: z.array(z.enum(CLAUSE_CHANGES)),
      rounds: z.array(RoundRow),
    }),
  ),
})
export type ClauseHistoryView = z.infer<typeof ClauseHistoryView>
