import { writeMatrixAs, type MatrixRow } from '@portal/documents'
import { DISPOSITION_NAMES, OBSERVATION_TYPE_NAMES, type Disposition, type ObservationType } from '@portal/domain'
import type { Pool, QueryResult, QueryResultRow } from 'pg'
import { eventView, type TrailEvent } from '../../src/evidence/event-view.ts'
import type { ReadName } from './plan.ts'
import type { Sent } from './recorded.ts'

/** JSON columns arrive as PostgreSQL wrote them: what can be passed on is never parsed. */
type Text = Record<string, string>

const PAGE = 50

const wrapped = (json: string): string => `[{"result":{"data":${json}}}]`

export type Read = (pool: Pool, sent: readonly Sent[], publicUrl: string) => Promise<string | Uint8Array>

const one = async (pool: Pool, sent: readonly Sent[]): Promise<Text> => {
  const [statement] = sent
  if (!statement) throw new Error('nothing was recorded')
  const { rows } = await pool.query<Text>(asQuery(statement))
  if (!rows[0]) throw new Error(`${statement.name} found nothing`)
  return rows[0]
}

export const asQuery = ({ name, text, values }: Sent) => ({ ...(name !== undefined && { name }), text, values })

/** The least that can be done for each answer, by hand. */
export const READS: Record<ReadName, Read> = {
  list: async (pool, sent) => wrapped(page((await one(pool, sent))['rows'] ?? '')),
  board: async (pool, sent) => wrapped(`{"rows":${(await one(pool, sent))['rows']}}`),
  thread: async (pool, sent) => {
    const { events = '', names = '' } = await one(pool, sent)
    const known = JSON.parse(names)
    const shown: TrailEvent[] = JSON.parse(events)
    return wrapped(JSON.stringify({ rows: shown.map((event) => eventView(event, known)), next: null }))
  },
  export: async (pool, sent, publicUrl) => {
    const [heading, rows] = await exported(pool, sent)
    return await writeMatrixAs('xlsx', {
      specification: heading.title,
      round: `Ronda ${heading.number}`,
      version: `Versión ${heading.version}`,
      generatedAt: new Date().toISOString(),
      verificationUrl: publicUrl,
      illustrative: heading.illustrative,
      extract: null,
      publishedHash: null,
      rows,
    })
  },
}

const BETWEEN_ROWS = ', {"id"'
const NOT_SENT = /, "responseStatus" : "\w+", "lateAdmitted" : \w+\}/g
const DECIDABLE = ', "allowed" : ["dispose"]}'

/** Cuts the row that only tells of a next page, and says what may be done with the others; all on the text. */
function page(rows: string): string {
  let cut = -1
  for (let row = 0; row < PAGE; row += 1) {
    cut = rows.indexOf(BETWEEN_ROWS, cut + 1)
    if (cut === -1) break
  }
  const shown = cut === -1 ? rows : `${rows.slice(0, cut)}]`
  return `{"rows":${shown.replaceAll(NOT_SENT, DECIDABLE)},"next":${cut === -1 ? 'null' : nextOf(shown)}}`
}

function nextOf(shown: string): string {
  const last = shown.slice(shown.lastIndexOf(BETWEEN_ROWS))
  const id = /"id" : "([^"]+)"/.exec(last)?.[1]
  const number = /"number" : (\d+)/.exec(last)?.[1]
  return `"${Buffer.from(`[${number},"${id}"]`).toString('base64url')}"`
}

type Heading = { title: string; illustrative: boolean; number: number; version: number }
type Exported = Omit<MatrixRow, 'type' | 'disposition' | 'response' | 'page'> & {
  type: ObservationType
  page: number | null
  disposition: Disposition | null
  reason: string
  answeredBy: number | null
}

async function exported(pool: Pool, sent: readonly Sent[]): Promise<[Heading, MatrixRow[]]> {
  const connection = await pool.connect()
  try {
    const results: QueryResult<QueryResultRow>[] = []
    for (const statement of sent) results.push(await connection.query(asQuery(statement)))
    const named = (start: string) => results.filter((_, index) => sent[index]?.name?.startsWith(start))
    const [heading] = named('export_matrix_heading')[0]?.rows ?? []
    const rows = named('matrix_rows').flatMap((result) => result.rows as Exported[])
    return [heading as Heading, rows.map(matrixRow)]
  } finally {
    connection.release()
  }
}

function matrixRow({ type, page, disposition, reason, answeredBy, ...row }: Exported): MatrixRow {
  return {
    ...row,
    page: page === null ? '' : String(page),
    type: OBSERVATION_TYPE_NAMES[type],
    disposition: disposition === null ? '' : DISPOSITION_NAMES[disposition],
    response: answeredBy === null ? reason : `Véase la No. ${answeredBy}. ${reason}`,
  }
}
