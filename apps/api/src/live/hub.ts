import type { Writable } from 'node:stream'
import type { LiveEvent } from '@portal/contracts'
import type { Person } from '@portal/domain'
import type { Logger } from 'pino'
import type { Listener } from '../adapters/listener.ts'
import type { Identity } from '../identity/exports.ts'
import { ACTS_CHANNEL, type Announced } from './announcer.ts'
import { hears } from './audience.ts'

/** Somebody's open stream of events. */
type Subscriber = { token: string; actor: Person; response: Writable }

export type Hub = {
  /** Adds a stream whose head is already written; the hub writes to it and ends it. */
  add: (subscriber: Subscriber) => void
  count: () => number
  /** Writes a sign of life to all, and ends the streams of those whose session or appointment has ended. */
  beat: () => Promise<void>
  /** Ends all streams; browsers come back to another instance by themselves. */
  close: () => void
}

const BEAT_MS = 20_000
const CHECK_MS = 100
/** Whoever does not take leave by then is cut off. */
const LEAVE_MS = 5_000
/** Whoever reads so slowly that this much waits is let go: they come back and ask for everything again. */
const MOST_WAITING_BYTES = 256 * 1024

const HEARTBEAT = Buffer.from(': \n\n')
/** After this, whoever listens asks again for all that is on screen. */
export const RESYNC = Buffer.from('event: resync\ndata: {}\n\n')
/** The last of a stream whose session or appointment is no longer what it was: who listens asks who they are now. */
const ENDED = Buffer.from('event: ended\ndata: {}\n\n')

/**
 * Writes each act that any instance announces to everybody connected here who may hear of it: one buffer for all.
 * @param identity who tells whose sessions are still good, and when that changed
 */
export async function startHub(
  listener: Listener,
  identity: Pick<Identity, 'actorsOf' | 'onChanged'>,
  log: Logger,
): Promise<Hub> {
  const subscribers = new Set<Subscriber>()

  const write = (subscriber: Subscriber, bytes: Buffer) => {
    const { response } = subscriber
    if (response.writableLength <= MOST_WAITING_BYTES) return void response.write(bytes)
    subscribers.delete(subscriber)
    response.destroy()
  }
  const writeAll = (bytes: Buffer, audience: readonly string[] | null = null) => {
    for (const subscriber of subscribers) if (hears(subscriber.actor, audience)) write(subscriber, bytes)
  }
  const dismiss = (subscriber: Subscriber) => {
    // Once: a stream that does not drain would be ended again at each beat.
    subscribers.delete(subscriber)
    const { response } = subscriber
    response.end(ENDED)
    setTimeout(() => response.destroy(), LEAVE_MS).unref()
  }
  const beat = async () => {
    const tokens = [...new Set([...subscribers].map(({ token }) => token))]
    if (tokens.length === 0) return
    const actors = await identity.actorsOf(tokens)
    for (const subscriber of subscribers) {
      const actor = actors.get(subscriber.token)
      if (actor?.appointmentId === subscriber.actor.appointmentId) write(subscriber, HEARTBEAT)
      else dismiss(subscriber)
    }
  }

  await listener.hear(ACTS_CHANNEL, (payload) => {
    for (const { event, audience } of JSON.parse(payload) as Announced[]) writeAll(eventBytes(event), audience)
  })
  listener.onReconnected(() => writeAll(RESYNC))
  const check = () => {
    beat().catch((error: unknown) => log.warn({ err: error }, 'sessions of listeners were not checked'))
  }
  const timer = setInterval(check, BEAT_MS).unref()
  // A session that was closed hears nothing more; many changes together are one look.
  let soon: NodeJS.Timeout | undefined
  identity.onChanged(() => {
    soon ??= setTimeout(() => {
      soon = undefined
      check()
    }, CHECK_MS).unref()
  })

  return {
    add: (subscriber) => {
      subscribers.add(subscriber)
      // What can't be written any more is nobody's fault; `close` follows.
      subscriber.response.on('error', () => undefined)
      subscriber.response.on('close', () => subscribers.delete(subscriber))
    },
    count: () => subscribers.size,
    beat,
    close: () => {
      clearInterval(timer)
      clearTimeout(soon)
      for (const { response } of subscribers) response.end()
    },
  }
}

const eventBytes = (event: LiveEvent): Buffer => Buffer.from(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`)
