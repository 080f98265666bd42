import type { Pool, PoolClient } from 'pg'
import type { Logger } from 'pino'

/** The one connection of this instance that stays open: it hears `NOTIFY`, announces acts and holds session locks. */
export type Listener = {
  /** Hears a channel from now on, also after a reconnection. */
  hear: (channel: string, hearer: (payload: string) => void) => Promise<void>
  /** False while the connection is being made again: what others announce meanwhile is lost. */
  connected: () => boolean
  /** Told of each reconnection, once every channel is heard again. */
  onReconnected: (told: (connection: PoolClient) => void | Promise<void>) => void
  /** Told when the connection breaks. */
  onLost: (told: () => void) => void
  /** Runs statements on the connection. @throws when it is lost */
  withConnection: <Answer>(run: (connection: PoolClient) => Promise<Answer>) => Promise<Answer>
  close: () => void
}

const AGAIN_MS = [100, 500, 1000, 2000, 5000]
/** A connection that a network dropped without a word is found out by asking. */
const ASK_EVERY_MS = 15_000
const ASK_TIMEOUT_MS = 10_000

type Hearers = Map<string, (payload: string) => void>

/** @param pool of its own: the connection is never given back */
export async function startListener(pool: Pool, log: Logger): Promise<Listener> {
  const hearers: Hearers = new Map()
  const reconnected: ((connection: PoolClient) => void | Promise<void>)[] = []
  const lost: (() => void)[] = []
  let current: PoolClient | undefined
  let closing = false
  let again: NodeJS.Timeout | undefined

  const gone = (connection: PoolClient, error?: Error) => {
    if (current !== connection) return
    current = undefined
    connection.release(error ?? true)
    if (closing) return
    log.warn({ err: error }, 'the listening connection was lost')
    for (const told of lost) told()
    reconnectAfter(0)
  }
  const reconnectAfter = (attempt: number) => {
    again = setTimeout(
      () => {
        reconnect().catch((error: unknown) => {
          log.warn({ err: error, attempt }, 'the listening connection could not be made again')
          if (!closing) reconnectAfter(attempt + 1)
        })
      },
      AGAIN_MS[Math.min(attempt, AGAIN_MS.length - 1)],
    )
  }
  const reconnect = async () => {
    const connection = await connect(pool, hearers, async (made) => {
      for (const told of reconnected) await told(made)
    })
    take(connection)
    log.info('the listening connection is back')
  }
  const take = (connection: PoolClient) => {
    current = connection
    connection.on('error', (error) => gone(connection, error))
    connection.on('end', () => gone(connection))
    if (closing) gone(connection)
  }

  take(await connect(pool, hearers))
  const ask = setInterval(() => {
    const asked = current
    if (asked) void answers(asked).then((alive) => alive || gone(asked, new Error('it no longer answers')))
  }, ASK_EVERY_MS).unref()

  return {
    hear: async (channel, hearer) => {
      hearers.set(channel, hearer)
      if (current) await listenTo(current, channel)
    },
    connected: () => current !== undefined,
    onReconnected: (told) => void reconnected.push(told),
    onLost: (told) => void lost.push(told),
    withConnection: async (run) => {
      if (!current) throw new Error('the listening connection is lost')
      return await run(current)
    },
    close: () => {
      closing = true
      clearTimeout(again)
      clearInterval(ask)
      if (current) gone(current)
    },
  }
}

async function connect(
  pool: Pool,
  hearers: Hearers,
  prepare?: (connection: PoolClient) => Promise<void>,
): Promise<PoolClient> {
  const connection = await pool.connect()
  try {
    connection.on('notification', ({ channel, payload }) => hearers.get(channel)?.(payload ?? ''))
    for (const channel of hearers.keys()) await listenTo(connection, channel)
    await prepare?.(connection)
    return connection
  } catch (error) {
    connection.release(true)
    throw error
  }
}

/** Channels are constants of ours, never input. */
const listenTo = (connection: PoolClient, channel: string) => connection.query(`LISTEN ${channel}`)

async function answers(connection: PoolClient): Promise<boolean> {
  const { promise: tooLate, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), ASK_TIMEOUT_MS)
  const asked = connection.query('SELECT').then(
    () => true,
    () => false,
  )
  return await Promise.race([asked, tooLate]).finally(() => clearTimeout(timer))
}
