import { PassThrough, Writable } from 'node:stream'
import type { Person } from '@portal/domain'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Listener } from '../adapters/listener.ts'
import { startHub } from './hub.ts'

const actor: Person = {
  kind: 'ine',
  role: 'derfe_coordinator',
  personId: 'p',
  personName: 'Marisol Quintero',
  appointmentId: 'a',
  organisationId: 'derfe',
}

/** The listening connection, as far as hearing goes: `announce` is what another instance would send. */
function quietListener() {
  let hearer: (payload: string) => void = () => undefined
  const listener: Listener = {
    hear: async (_channel, heard) => {
      hearer = heard
    },
    connected: () => true,
    onReconnected: () => undefined,
    onLost: () => undefined,
    withConnection: () => Promise.reject(new Error('not here')),
    close: () => undefined,
  }
  return { listener, announce: (payload: string) => hearer(payload) }
}

test('whoever does not read is let go, and nobody else waits for them', async () => {
  const { listener, announce } = quietListener()
  const hub = await startHub(
    listener,
    { actorsOf: async () => new Map(), onChanged: () => undefined },
    pino({ level: 'silent' }),
  )
  const stuck = new Writable({ write: () => undefined })
  const reads = new PassThrough()
  let bytes = 0
  reads.on('data', (part: Buffer) => (bytes += part.length))
  hub.add({ token: 'stuck', actor, response: stuck })
  hub.add({ token: 'reads', actor, response: reads })

  const event = { id: '1', recordKind: 'round', recordId: 'r', roundId: null, versionId: null, verb: 'x'.repeat(4000) }
  for (let n = 0; n < 100; n += 1) announce(JSON.stringify([{ event, audience: null }]))
  expect(stuck.destroyed).toBe(true)
  await expect.poll(() => bytes).toBeGreaterThan(400_000)
  expect([hub.count(), reads.destroyed]).toEqual([1, false])
  hub.close()
})

test('whoever does not read is told once that their session ended, and is no error of ours', async () => {
  const { listener } = quietListener()
  const hub = await startHub(
    listener,
    { actorsOf: async () => new Map(), onChanged: () => undefined },
    pino({ level: 'silent' }),
  )
  const stuck = new Writable({ write: () => undefined })
  hub.add({ token: 'stuck', actor, response: stuck })
  await hub.beat()
  await hub.beat()
  expect([hub.count(), stuck.writableEnded, stuck.errored]).toEqual([0, true, null])
  stuck.destroy(new Error('the connection broke'))
  await expect.poll(() => stuck.closed).toBe(true)
  hub.close()
})
