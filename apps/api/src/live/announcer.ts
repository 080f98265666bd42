import type { LiveEvent } from '@portal/contracts'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Listener } from '../adapters/listener.ts'
import type { Live } from '../deps.ts'

export type Announced = { event: LiveEvent; audience: readonly string[] | null }

export const ACTS_CHANNEL = 'acts'

/** Acts of the same moment are announced together: `NOTIFY` takes a lock of the whole database cluster. */
const TOGETHER_MS = 20
/** PostgreSQL refuses a payload of 8,000 bytes and more. */
const MOST_BYTES = 7_900

/** Tells all instances of acts, after their commit: the listening connection carries it, or any other while it is lost. */
export function createAnnouncer(listener: Listener, pool: Pool, log: Logger): Live & { flush: () => Promise<void> } {
  let waiting: Announced[] = []
  let timer: NodeJS.Timeout | undefined
  let sending: Promise<void> = Promise.resolve()

  const send = async (payloads: readonly string[]) => {
    const text = 'SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload'
    const values = [ACTS_CHANNEL, payloads]
    if (listener.connected()) await listener.withConnection((connection) => connection.query(text, values))
    else await pool.query(text, values)
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const payloads = payloadsOf(waiting)
    waiting = []
    if (payloads.length > 0) {
      // What is lost here costs its readers a refetch that they don't make, never an act.
      sending = sending.then(() => send(payloads)).catch((error: unknown) => log.warn({ err: error }, 'acts untold'))
    }
    return sending
  }

  return {
    tell: (event, audience) => {
      waiting.push({ event, audience })
      timer ??= setTimeout(() => void flush(), TOGETHER_MS)
    },
    flush,
  }
}

/** As few JSON arrays as fit. */
export function payloadsOf(announced: readonly Announced[]): string[] {
  const payloads: string[] = []
  let parts: string[] = []
  let bytes = 0
  for (const one of announced) {
    const part = JSON.stringify(one)
    const size = Buffer.byteLength(part) + 1
    if (parts.length > 0 && bytes + size > MOST_BYTES) {
      payloads.push(`[${parts.join(',')}]`)
      parts = []
      bytes = 0
    }
    parts.push(part)
    bytes += size
  }
  if (parts.length > 0) payloads.push(`[${parts.join(',')}]`)
  return payloads
}
