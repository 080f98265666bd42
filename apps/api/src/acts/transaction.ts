import { queryAs, sightOfTransaction, type Sight } from '@portal/database'
import type { Pool, PoolClient, QueryResultRow } from 'pg'

/** One SQL statement with its name: PostgreSQL plans it once per connection. */
export type Statement = { name: string; text: string }

export type Reader = {
  rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]>
  one<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row | undefined>
}

/**
 * Reads outside a transaction. Without a sight (`acts/sight.ts`) row-level security shows nothing of the tables that
 * hold one OPL's own work.
 */
export function readerOn(pool: Pool, sight?: Sight): Reader {
  return readerOf(async (query) => (await (sight ? queryAs(pool, sight, query) : pool.query(query))).rows)
}

type Query = Statement & { values: unknown[] }

function readerOf(ask: (query: Query) => Promise<QueryResultRow[]>): Reader {
  const rows = async <Row extends QueryResultRow>({ name, text }: Statement, values: readonly unknown[]) =>
    (await ask({ name, text, values: [...values] })) as Row[]
  return {
    rows,
    one: async <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) =>
      (await rows<Row>(statement, values))[0],
  }
}

/** Reads and writes on one connection, all or nothing; as to `sight`, see `readerOn`. */
export async function inTransaction<Answer>(
  pool: Pool,
  run: (reader: Reader) => Promise<Answer>,
  sight?: Sight,
): Promise<Answer> {
  const connection: PoolClient = await pool.connect()
  let broken: Error | undefined
  try {
    await connection.query(sight ? `BEGIN; ${sightOfTransaction(connection, sight)}` : 'BEGIN')
    const answer = await run(readerOf(async (query) => (await connection.query<QueryResultRow>(query)).rows))
    await connection.query('COMMIT')
    return answer
  } catch (error) {
    await connection.query('ROLLBACK').catch((rollback: Error) => {
      broken = rollback
    })
    throw error
  } finally {
    connection.release(broken)
  }
}
