import type { LiveEvent } from '@portal/contracts'
import type { Query, QueryClient } from '@tanstack/react-query'

export type LiveState = 'connecting' | 'live' | 'lost'

/** Slices of the API (first word of a query's path) whose answers an event of this kind may change. */
const TOUCHED = {
  specification: ['specifications', 'evidence'],
  version: ['specifications', 'rounds', 'evidence'],
  round: ['rounds', 'specifications', 'observations', 'turn', 'evidence'],
  response: ['rounds', 'observations', 'turn', 'evidence'],
  observation: ['rounds', 'observations', 'turn', 'evidence'],
  appointment: ['people', 'evidence'],
  person: ['people', 'account', 'evidence'],
  policy: ['people', 'account', 'evidence'],
  sign_on_provider: ['signOn', 'evidence'],
  publication: ['publication', 'evidence'],
} as const satisfies Record<LiveEvent['recordKind'], readonly string[]>

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The record ids that a query asks for; none in lists such as *Mi turno*. */
function idsOf(input: unknown): string[] {
  if (typeof input !== 'object' || input === null) return []
  return Object.values(input).filter((value): value is string => typeof value === 'string' && ID.test(value))
}

/** Whether a query shows something that the event changed: same slice, and the same record or no record in particular. */
export function isTouched(queryKey: Query['queryKey'], event: LiveEvent): boolean {
  const [path, rest] = queryKey
  const slice = Array.isArray(path) ? (path[0] as unknown) : undefined
  if (!(TOUCHED[event.recordKind] as readonly unknown[]).includes(slice)) return false
  const input = typeof rest === 'object' && rest !== null && 'input' in rest ? rest.input : undefined
  const ids = idsOf(input)
  return ids.length === 0 || ids.some((id) => [event.recordId, event.roundId, event.versionId].includes(id))
}

/** Events that arrive together refetch once: many sends at a closing instant are one refresh on each screen. */
const TOGETHER_MS = 200
const AGAIN_MS = [1_000, 2_000, 5_000, 10_000, 30_000]

/**
 * Listens to what others do and refetches what is on screen. Returns the way to stop. After a reconnection, and when the
 * server says `resync`, anything may have been missed: everything on screen is refetched.
 * @param onEnded the session or the appointment is no longer what it was: who is there has to be asked again
 */
export function listenLive(
  queryClient: QueryClient,
  { onState, onEnded }: { onState: (state: LiveState) => void; onEnded: () => void },
  open: (url: string) => EventSource = (url) => new EventSource(url),
): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  let flush: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let missed = false
  let heard: LiveEvent[] = []

  const invalidateHeard = () => {
    const events = heard
    heard = []
    flush = undefined
    void queryClient.invalidateQueries({
      predicate: (query) => events.some((event) => isTouched(query.queryKey, event)),
    })
  }

  const again = () => {
    timer ??= setTimeout(
      () => {
        timer = undefined
        connect()
      },
      AGAIN_MS[Math.min(failures++, AGAIN_MS.length - 1)],
    )
  }

  const connect = () => {
    source = open('/live')
    source.addEventListener('open', () => {
      onState('live')
      if (missed) void queryClient.invalidateQueries()
      missed = false
      failures = 0
    })
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      heard.push(JSON.parse(data) as LiveEvent)
      flush ??= setTimeout(invalidateHeard, TOGETHER_MS)
    })
    source.addEventListener('resync', () => void queryClient.invalidateQueries())
    source.addEventListener('ended', () => {
      source.close()
      missed = true
      onState('lost')
      onEnded()
      again()
    })
    source.addEventListener('error', () => {
      missed = true
      onState('lost')
      // The browser tries again by itself unless the answer was no: then it closes, and trying is up to us.
      if (source.readyState === 2) again()
    })
  }

  onState('connecting')
  connect()
  return () => {
    clearTimeout(timer)
    clearTimeout(flush)
    source.close()
  }
}
