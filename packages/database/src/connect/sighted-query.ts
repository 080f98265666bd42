import { Query, type QueryConfig, type QueryResult, type QueryResultRow, type Pool, type PoolClient } from 'pg'

/** As whom the database is asked: what the policies of row-level security compare rows with. */
export type Sight = {
  scope: 'system' | 'everything' | 'received' | 'referred' | 'published' | 'own'
  organisationId: string
}

const SETTER = 'set_sight'

/**
 * Of a new connection: planned once, so that telling it who asks costs no more than executing it. What is asked keeps
 * one plan: with policies in it PostgreSQL would rather draw one up each time, which takes longer than a page of a list.
 */
export const PREPARE_SIGHT = `
  PREPARE ${SETTER} (text, text) AS
  SELECT set_config('app.scope', $1, true), set_config('app.organisation_id', $2, true),
    set_config('plan_cache_mode', 'force_generic_plan', true)`

/** After BEGIN, in the same message: unlike a query it leaves the transaction free to choose its isolation. */
export const sightOfTransaction = (client: PoolClient, { scope, organisationId }: Sight): string =>
  `SET LOCAL app.scope = ${client.escapeLiteral(scope)}; SET LOCAL app.organisation_id = ${client.escapeLiteral(organisationId)}`

type Wire = {
  bind(message: { statement: string; values: readonly string[] }): void
  execute(message: { portal: string }): void
}
/** What `pg` documents for classes that submit themselves (`pg-cursor` is one), and its types leave out. */
type Messages = {
  prepare(connection: Wire): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Wire): void
}
const QueryOverWire = Query as unknown as new (config: QueryConfig & { queryMode: 'extended' }) => Messages

/**
 * A statement with who asks before it, in one round trip: all messages up to the Sync are one transaction for
 * PostgreSQL, and the settings end with it. What uses the connection next inherits nothing.
 */
class SightedQuery extends QueryOverWire {
  private readonly sight: Sight
  private told = false

  constructor(config: QueryConfig, sight: Sight) {
    super({ ...config, queryMode: 'extended' })
    this.sight = sight
  }

  override prepare(connection: Wire): void {
    connection.bind({ statement: SETTER, values: [this.sight.scope, this.sight.organisationId] })
    connection.execute({ portal: '' })
    super.prepare(connection)
  }

  override handleDataRow(message: unknown): void {
    if (this.told) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.told) super.handleCommandComplete(message, connection)
    this.told = true
  }
}

/** Asks one statement as somebody, on a connection of its own. */
export async function queryAs<Row extends QueryResultRow>(
  pool: Pool,
  sight: Sight,
  config: QueryConfig,
): Promise<QueryResult<Row>> {
  return await pool.query<Row>(new SightedQuery(config, sight) as unknown as QueryConfig)
}
