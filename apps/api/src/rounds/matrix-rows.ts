import type { MatrixRow } from '@portal/documents'
import {
  DISPOSITION_NAMES,
  OBSERVATION_TYPE_NAMES,
  type Disposition,
  type ObservationType,
  type Person,
} from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'
import { observationScopeOf, othersShown, outcomesShown, visibleObservation } from './visible-observations.ts'
import type { ObservationScope } from './visible-observations.ts'

type Row = Omit<MatrixRow, 'type' | 'disposition' | 'response' | 'page'> & {
  type: ObservationType
  page: number | null
  disposition: Disposition | null
  reason: string
  answeredBy: number | null
}

const PAGE = 1_000

/** A draft, also one that was numbered and withdrawn to be corrected, is no part of a matrix; nor a late answer refused. */
const IN_MATRIX = `o.number IS NOT NULL AND (
  o.status IN ('received', 'proposed', 'resolved', 'incorporated')
  OR (o.status = 'not_applicable' AND o.disposition IS NOT NULL))`

const statement = (scope: ObservationScope): Statement => {
  const outcome = (column: string, otherwise: string) =>
    `CASE WHEN ${outcomesShown(scope, 'r')} THEN o.${column} ELSE ${otherwise} END`
  return {
    name: `matrix_rows_${scope}`,
    text: `
      SELECT o.id, o.number, g.short_name AS opl, coalesce(w.element, '') AS element, coalesce(c.citation, '') AS clause,
        o.page, o.type, o.says, o.should_say AS "shouldSay", o.rationale, o.legal_basis AS "legalBasis",
        ${outcome('disposition', 'NULL')} AS disposition, ${outcome('reason', `''`)} AS reason,
        ${outcome('answered_by', 'NULL')} AS "answeredBy", ${outcome('agreed_text', `''`)} AS "agreedText",
        '' AS "attendedIn", '' AS agrees
      FROM observation AS o
      JOIN review_round AS r ON r.id = o.round_id
      JOIN organisation AS g ON g.id = o.organisation_id
      LEFT JOIN clause AS c ON c.id = o.clause_id
      LEFT JOIN artwork AS w ON w.id = o.artwork_id
      WHERE o.round_id = $2 AND $1::text IS NOT NULL AND o.number > $3 AND ${IN_MATRIX}
        AND ${visibleObservation(scope, 'o', othersShown(scope, 'r'))}
      ORDER BY o.number LIMIT ${PAGE}`,
  }
}
const STATEMENTS: Record<ObservationScope, Statement> = {
  everything: statement('everything'),
  received: statement('received'),
  published: statement('published'),
  own: statement('own'),
}

/** The rows of a round's matrix that the actor may see, by number; page by page, none of them held for long. */
export async function* matrixRows(reader: Reader, actor: Person, roundId: string): AsyncGenerator<MatrixRow[]> {
  yield* pages(reader, observationScopeOf(actor).observations, actor.organisationId, roundId)
}

/** All that was received, with its outcome: what is published, and hashed. */
export async function allMatrixRows(reader: Reader, roundId: string): Promise<MatrixRow[]> {
  const rows: MatrixRow[] = []
  for await (const page of pages(reader, 'received', '', roundId)) rows.push(...page)
  return rows
}

async function* pages(reader: Reader, scope: ObservationScope, organisationId: string, roundId: string) {
  let after = 0
  for (;;) {
    const rows = await reader.rows<Row>(STATEMENTS[scope], [organisationId, roundId, after])
    if (rows.length > 0) yield rows.map(matrixRow)
    if (rows.length < PAGE) return
    after = rows.at(-1)?.number ?? after
  }
}

function matrixRow({ type, page, disposition, reason, answeredBy, ...row }: Row): MatrixRow {
  return {
    ...row,
    page: page === null ? '' : String(page),
    type: OBSERVATION_TYPE_NAMES[type],
    disposition: disposition === null ? '' : DISPOSITION_NAMES[disposition],
    response: answeredBy === null ? reason : `Véase la No. ${answeredBy}. ${reason}`,
  }
}
