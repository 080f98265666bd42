import type { LiveEvent } from '@portal/contracts'
import { sampleId } from '@portal/samples'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SilentEventSource } from '../testing/silent-event-source.ts'
import { isTouched, listenLive, type LiveState } from './live.ts'

const ROUND = sampleId(1)
const event = (changes: Partial<LiveEvent> = {}): LiveEvent => ({
  id: '7',
  recordKind: 'response',
  recordId: sampleId(10),
  roundId: ROUND,
  versionId: sampleId(20),
  verb: 'responses.send',
  ...changes,
})
const key = (path: string, input?: unknown) => [path.split('.'), input === undefined ? {} : { input, type: 'query' }]

test('an act touches its round, its lists and nothing of another round', () => {
  expect(isTouched(key('rounds.get', { roundId: ROUND }), event())).toBe(true)
  expect(isTouched(key('rounds.list', { status: 'open' }), event())).toBe(true)
  expect(isTouched(key('turn.mine'), event())).toBe(true)
  expect(isTouched(key('rounds.get', { roundId: sampleId(2) }), event())).toBe(false)
  expect(isTouched(key('session.current'), event())).toBe(false)
  expect(isTouched(key('specifications.version', { versionId: sampleId(20) }), event())).toBe(false)
})

let client: QueryClient
let states: LiveState[]
let ended: number
let stop: () => void
const source = (index: number) => SilentEventSource.opened[index] as SilentEventSource

beforeEach(() => {
  vi.useFakeTimers()
  client = new QueryClient()
  client.setQueryData(key('rounds.get', { roundId: ROUND }), {})
  states = []
  ended = 0
  stop = listenLive(client, { onState: (state) => states.push(state), onEnded: () => (ended += 1) })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const isStale = () => client.getQueryState(key('rounds.get', { roundId: ROUND }))?.isInvalidated

test('events that arrive together refetch once', () => {
  const invalidate = vi.spyOn(client, 'invalidateQueries')
  source(0).open()
  source(0).say(event())
  source(0).say(event({ id: '8', recordId: sampleId(11) }))
  expect(isStale()).toBe(false)
  vi.advanceTimersByTime(200)
  expect(isStale()).toBe(true)
  expect(invalidate).toHaveBeenCalledTimes(1)
  expect(states).toEqual(['connecting', 'live'])
})

test('resync refetches everything', () => {
  source(0).open()
  source(0).dispatchEvent(new Event('resync'))
  expect(isStale()).toBe(true)
})

test('a lost connection is said, tried again, and everything is refetched when it is back', () => {
  source(0).open()
  source(0).fail(true)
  expect(states.at(-1)).toBe('lost')
  vi.advanceTimersByTime(1_000)
  source(1).open()
  expect(states.at(-1)).toBe('live')
  expect(isStale()).toBe(true)
})

test('while the browser tries by itself no second connection is opened', () => {
  source(0).open()
  source(0).fail(false)
  vi.advanceTimersByTime(60_000)
  expect(SilentEventSource.opened).toHaveLength(1)
})

test('who is no longer who they were is told once, and listens again under the new session, if there is one', () => {
  source(0).open()
  source(0).dispatchEvent(new Event('ended'))
  expect([ended, source(0).readyState, states.at(-1)]).toEqual([1, 2, 'lost'])
  vi.advanceTimersByTime(1_000)
  expect(SilentEventSource.opened).toHaveLength(2)
  source(1).open()
  expect(states.at(-1)).toBe('live')
  source(1).dispatchEvent(new Event('ended'))
  stop()
  vi.advanceTimersByTime(60_000)
  expect(SilentEventSource.opened).toHaveLength(2)
})
