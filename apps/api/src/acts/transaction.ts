import type { Pool, PoolClient, QueryResultRow } from 'pg'

/** One SQL statement with its name: PostgreSQL plans it once per connection. */
export type Statement = { name: string; text: string }

export type Reader = {
  rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]>
  one<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row | undefined>
}

/** Reads and writes of one act: on one connection, all or nothing. */
export function readerOn(connection: Pool | PoolClient): Reader {
  const rows = async <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) =>
    (await connection.query<Row>({ name: statement.name, text: statement.text, values: [...values] })).rows
  return {
    rows,
    one: async <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) =>
      (await rows<Row>(statement, values))[0],
  }
}

export async function inTransaction<Answer>(pool: Pool, run: (reader: Reader) => Promise<Answer>): Promise<Answer> {
  const connection = await pool.connect()
  let broken: Error | undefined
  try {
    await connection.query('BEGIN')
    const answer = await run(readerOn(connection))
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
