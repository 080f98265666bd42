import type { PoolClient } from 'pg'
import type { Clock } from '../deps.ts'
import type { Listener } from './listener.ts'

const instantAt = (ms: number): string => new Date(ms).toISOString()

/** Held by every instance that runs, shared; whoever gets it alone is the only one and may set the clock. */
const CLOCK_LOCK = 20_171_215

type Row = { started_with: string; offset_ms: string | number }

/** The last acts by number hold the latest instant: acts at the same moment may commit in another order. */
const LAST_ACT = 'SELECT max(at) AS at FROM (SELECT at FROM audit_event ORDER BY id DESC LIMIT 500) AS last'

/**
 * The product's clock, the same on all instances. Told to start at `clockStart`, it runs from there, or from the last
 * recorded act where that is later, so that a restart never goes back before what is on record. An instance that is
 * alone sets it; those that join read it, whatever their own environment says.
 */
export async function startClock(listener: Listener, clockStart: string | null): Promise<Clock> {
  let setting: { startedWith: string; offsetMs: number } | null = null
  const join = async (connection: PoolClient) => {
    const alone = await lockedAlone(connection)
    if (alone) await writeSetting(connection, clockStart)
    await connection.query('SELECT pg_advisory_lock_shared($1)', [CLOCK_LOCK])
    if (alone) await connection.query('SELECT pg_advisory_unlock($1)', [CLOCK_LOCK])
    setting = await readSetting(connection)
  }
  await listener.withConnection(join)
  // The lock went with the connection. An instance that came meanwhile may have set the clock again.
  listener.onReconnected(async (connection) => {
    await connection.query('SELECT pg_advisory_lock_shared($1)', [CLOCK_LOCK])
    setting = await readSetting(connection)
  })
  const offsetMs = () => setting?.offsetMs ?? 0
  return {
    now: () => instantAt(Date.now() + offsetMs()),
    get startedWith() {
      return setting?.startedWith ?? null
    },
    until: (instant) => Date.parse(instant) - Date.now() - offsetMs(),
  }
}

async function lockedAlone(connection: PoolClient): Promise<boolean> {
  const { rows } = await connection.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [CLOCK_LOCK])
  return rows[0]?.alone === true
}

async function writeSetting(connection: PoolClient, clockStart: string | null): Promise<void> {
  if (clockStart === null) {
    await connection.query('DELETE FROM product_clock')
    return
  }
  const { rows } = await connection.query<{ at: string | Date | null }>(LAST_ACT)
  const lastAct = rows[0]?.at
  const from = Math.max(Date.parse(clockStart), lastAct ? new Date(lastAct).getTime() : 0)
  await connection.query(
    `INSERT INTO product_clock (id, started_with, offset_ms) VALUES (1, $1, $2)
     ON CONFLICT (id) DO UPDATE SET started_with = $1, offset_ms = $2`,
    [clockStart, from - Date.now()],
  )
}

async function readSetting(connection: PoolClient): Promise<{ startedWith: string; offsetMs: number } | null> {
  const { rows } = await connection.query<Row>('SELECT started_with, offset_ms FROM product_clock WHERE id = 1')
  return rows[0] ? { startedWith: rows[0].started_with, offsetMs: Number(rows[0].offset_ms) } : null
}
