import type { ClientBase, Pool, QueryResult } from 'pg'
import { createPool } from '@portal/database'

/** A statement as the product sent it, with the first row that came back. */
export type Sent = { name: string | undefined; text: string; values: unknown[]; row: Readonly<Record<string, unknown>> }

type Query = string | { name?: string; text: string; values?: unknown[] }

export type Recorder = {
  /** Runs something that uses the pool, and gives what it sent. */
  record: (run: (pool: Pool) => Promise<unknown>) => Promise<Sent[]>
  end: () => Promise<void>
}

/**
 * Notes what the product sends to the database: the floor sends the same, so that both have the same work in PostgreSQL
 * by construction, whatever becomes of the product's statements.
 */
export async function startRecorder(url: string): Promise<Recorder> {
  const pool = createPool({ url, max: 1 })
  const sent: Sent[] = []
  pool.on('connect', (client) => note(client, sent))
  await pool.query('SELECT')
  return {
    record: async (run) => {
      sent.length = 0
      await run(pool)
      return [...sent]
    },
    end: () => pool.end(),
  }
}

/** The floor knows no rights: its transactions begin without saying who asks. */
const withoutSight = (text: string): string => (text.startsWith('BEGIN') ? 'BEGIN' : text)

function note(client: ClientBase, sent: Sent[]): void {
  const query = client.query.bind(client) as (query: Query, ...rest: unknown[]) => unknown
  const noting = (asked: Query, ...rest: unknown[]): unknown => {
    const {
      name,
      text,
      values = [],
    } = typeof asked === 'string' ? { name: undefined, text: withoutSight(asked) } : asked
    const one: Sent = { name, text, values, row: {} }
    sent.push(one)
    const answer = query(asked, ...rest)
    if (answer instanceof Promise) {
      void answer.then(
        ({ rows }: Partial<QueryResult<Record<string, unknown>>>) => Object.assign(one, { row: rows?.[0] ?? {} }),
        () => undefined,
      )
    }
    return answer
  }
  Object.assign(client, { query: noting })
}
