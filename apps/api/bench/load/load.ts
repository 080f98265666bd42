import autocannon from 'autocannon'
import type { Asked } from '../scenarios.ts'

/** What went through in one turn. */
export type Load = { perSecond: number; latenciesMs: readonly number[] }

/** What to ask next: the same for ever, or each time something else. */
export type Asking = { fixed: readonly Asked[] } | { next: () => Asked }

/** After that long a turn ends, whatever came. */
const MOST_S = 60

/**
 * Asks a server as fast as it answers, on so many connections, for so long and at least until as many answers came.
 * @throws when it answers anything but 200
 */
export async function load(origin: string, asking: Asking, connections: number, ms: number): Promise<Load> {
  const latenciesMs: number[] = []
  const others: number[] = []
  const started = performance.now()
  let last = started
  let clients = 0
  await new Promise<void>((resolve, reject) => {
    const instance = autocannon(
      {
        url: origin,
        connections,
        duration: MOST_S,
        sampleInt: 25,
        timeout: 60,
        requests: requestsOf(asking),
        // Connections begin at different variants, or all would ask for the same at once.
        setupClient: (client) => {
          if ('fixed' in asking) client.setRequests(turned(asking.fixed, (clients += 1)))
        },
      },
      (error: unknown) => (error ? reject(error) : resolve()),
    )
    instance.on('response', (_client, status, _bytes, latency) => {
      if (status !== 200) others.push(status)
      latenciesMs.push(latency)
      last = performance.now()
      if (last - started >= ms && latenciesMs.length >= connections) instance.stop()
    })
  })
  if (others.length > 0) throw new Error(`${origin} answered ${others.length} times with ${others[0]}`)
  if (latenciesMs.length < connections) throw new Error(`${origin} hardly answers`)
  return { perSecond: (latenciesMs.length * 1000) / (last - started), latenciesMs }
}

function requestsOf(asking: Asking): autocannon.Request[] {
  if ('fixed' in asking) return [...asking.fixed]
  return [{ setupRequest: (request) => ({ ...request, ...asking.next() }) }]
}

const turned = (requests: readonly Asked[], by: number): Asked[] => {
  const start = by % requests.length
  return [...requests.slice(start), ...requests.slice(0, start)]
}
