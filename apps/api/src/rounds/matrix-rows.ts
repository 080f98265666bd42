import type { MatrixRow } from '@portal/documents'
import {
  DISPOSITION_NAMES,
  INFORMATION_CLASSES,
  isRestricted,
  withheldNotice,
  type Classification,
  OBSERVATION_TYPE_NAMES,
  PROMISE_RESULT_NAMES,
  REPLY_NAMES,
  type PromiseResult,
  type Reply,
  type Disposition,
  type ObservationType,
  type Person,
} from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import { readBy } from '../specifications/exports.ts'
import { heldTarget, targetClass, unlessHeld } from './held-target.ts'
import { observationScopeOf, othersShown, outcomeShown, visibleObservation } from './visible-observations.ts'
import type { ObservationScope } from './visible-observations.ts'

type Row = Omit<MatrixRow, 'type' | 'disposition' | 'response' | 'page' | 'attendedIn' | 'agrees'> & {
  type: ObservationType
  page: number | null
  disposition: Disposition | null
  reason: string
  answeredBy: number | null
  /** The number of the version whose publication looked for it. */
  attendedIn: number | null
  promise: PromiseResult | null
  reply: Reply | null
  replyReason: string
  classification: Classification | null
  held: boolean
}

const PAGE = 1_000

/** A draft, also one that was numbered and withdrawn to be corrected, is no part of a matrix; nor a late answer refused. */
const IN_MATRIX = `o.number IS NOT NULL AND (
  o.status IN ('received', 'referred', 'proposed', 'resolved', 'incorporated')
  OR (o.status = 'not_applicable' AND o.disposition IS NOT NULL))`

/** Which rows an extract is cut down to; null filters nothing. */
export type MatrixFilter = {
  organisationId: string | null
  clauseId: string | null
  type: ObservationType | null
  /** `none`: without outcome, as far as the reader may see outcomes. */
  disposition: Disposition | 'none' | null
}
const WHOLE: MatrixFilter = { organisationId: null, clauseId: null, type: null, disposition: null }

const READ = { classes: '$4', day: '$5' }

const statement = (scope: ObservationScope): Statement => {
  const outcome = (column: string, otherwise: string) =>
    `CASE WHEN ${outcomeShown(scope, 'r', 'o')} THEN o.${column} ELSE ${otherwise} END`
  return {
    name: `matrix_rows_${scope}`,
    text: `
      SELECT o.id, o.number, g.short_name AS opl, coalesce(w.element, '') AS element, coalesce(c.citation, '') AS clause,
        o.page, o.type, ${targetClass(READ)} AS classification, ${heldTarget(READ)} AS held,
        ${unlessHeld(READ, 'o.says')} AS says, ${unlessHeld(READ, 'o.should_say')} AS "shouldSay",
        ${unlessHeld(READ, 'o.rationale')} AS rationale, ${unlessHeld(READ, 'o.legal_basis')} AS "legalBasis",
        ${outcome('disposition', 'NULL')} AS disposition, ${outcome('answered_by', 'NULL')} AS "answeredBy",
        CASE WHEN ${heldTarget(READ)} THEN '' ELSE ${outcome('reason', `''`)} END AS reason,
        CASE WHEN ${heldTarget(READ)} THEN '' ELSE ${outcome('agreed_text', `''`)} END AS "agreedText",
        ${outcome('promise', 'NULL')} AS promise, ${outcome('reply', 'NULL')} AS reply,
        CASE WHEN ${heldTarget(READ)} THEN '' ELSE ${outcome('reply_reason', `''`)} END AS "replyReason",
        next.number AS "attendedIn"
      FROM observation AS o
      JOIN review_round AS r ON r.id = o.round_id
      JOIN organisation AS g ON g.id = o.organisation_id
      LEFT JOIN clause AS c ON c.id = o.clause_id
      LEFT JOIN artwork AS w ON w.id = o.artwork_id
      LEFT JOIN specification_version AS next ON next.id = o.attended_in_id
      WHERE o.round_id = $2 AND $1::text IS NOT NULL AND o.number > $3 AND ${IN_MATRIX}
        AND ${visibleObservation(scope, 'o', othersShown(scope, 'r'))}
        AND ($6::text IS NULL OR o.organisation_id = $6) AND ($7::uuid IS NULL OR o.clause_id = $7)
        AND ($8::text IS NULL OR o.type = $8)
        AND ($9::text IS NULL OR ${outcome('disposition', 'NULL')} IS NOT DISTINCT FROM nullif($9, 'none'))
      ORDER BY o.number LIMIT ${PAGE}`,
  }
}
const STATEMENTS: Record<ObservationScope, Statement> = {
  everything: statement('everything'),
  received: statement('received'),
  referred: statement('referred'),
  published: statement('published'),
  own: statement('own'),
}

/** As whom the rows are read: their scope, their organisation, which classes of information, and the day. */
type Reading = { scope: ObservationScope; organisationId: string; classes: readonly string[]; day: string }

/** A row with whether it holds, for this reader, what not everybody may read. */
type ReadRow = { row: MatrixRow; restricted: boolean }

/** The rows of a round's matrix that the actor may see, by number; page by page, none of them held for long. */
export async function* matrixRows(
  reader: Reader,
  actor: Person,
  roundId: string,
  now: string,
  filter: MatrixFilter = WHOLE,
): AsyncGenerator<ReadRow[]> {
  const [classes, day] = readBy(actor, now)
  const { observations: scope } = observationScopeOf(actor)
  yield* pages(reader, { scope, organisationId: actor.organisationId, classes, day }, roundId, filter)
}

/** The rows of a published matrix as anybody may read them. */
export const publicMatrixRows = (reader: Reader, roundId: string, now: string): AsyncGenerator<ReadRow[]> =>
  pages(reader, { scope: 'published', organisationId: '', classes: ['public'], day: dayAt(now) }, roundId)

/** All that was received, with its outcome: what is published, and hashed. */
export async function allMatrixRows(reader: Reader, roundId: string, now: string): Promise<MatrixRow[]> {
  const rows: MatrixRow[] = []
  const everything = { scope: 'received', organisationId: '', classes: INFORMATION_CLASSES, day: dayAt(now) } as const
  for await (const page of pages(reader, everything, roundId)) rows.push(...page.map(({ row }) => row))
  return rows
}

async function* pages(
  reader: Reader,
  { scope, organisationId, classes, day }: Reading,
  roundId: string,
  { organisationId: opl, clauseId, type, disposition }: MatrixFilter = WHOLE,
): AsyncGenerator<ReadRow[]> {
  let after = 0
  for (;;) {
    const rows = await reader.rows<Row>(STATEMENTS[scope], [
      organisationId,
      roundId,
      after,
      classes,
      day,
      opl,
      clauseId,
      type,
      disposition,
    ])
    if (rows.length > 0) yield rows.map((row) => ({ row: matrixRow(row), restricted: isRead(row, day) }))
    if (rows.length < PAGE) return
    after = rows.at(-1)?.number ?? after
  }
}

const isRead = ({ classification, held }: Row, day: string): boolean =>
  !held && classification !== null && isRestricted(classification, day)

function matrixRow({
  type,
  page,
  disposition,
  reason,
  answeredBy,
  classification,
  held,
  attendedIn,
  promise,
  reply,
  replyReason,
  ...row
}: Row): MatrixRow {
  return {
    ...row,
    says: held && classification !== null && row.says === '' ? withheldNotice(classification) : row.says,
    page: page === null ? '' : String(page),
    type: OBSERVATION_TYPE_NAMES[type],
    disposition: disposition === null ? '' : DISPOSITION_NAMES[disposition],
    attendedIn: attendedInWords(attendedIn, promise),
    agrees: reply === null ? '' : [REPLY_NAMES[reply], replyReason].filter((text) => text !== '').join(': '),
    response: answeredBy === null ? reason : `Véase la No. ${answeredBy}. ${reason}`,
  }
}

/** "Versión 2: reflejada con cambios": of what was not accepted nothing is looked for. */
const attendedInWords = (version: number | null, promise: PromiseResult | null): string =>
  version === null || promise === null ? '' : `Versión ${version}: ${PROMISE_RESULT_NAMES[promise].toLowerCase()}`
