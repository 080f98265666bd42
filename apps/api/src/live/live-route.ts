import type { FastifyInstance } from 'fastify'
import { enteredPerson, type Identity } from '../identity/exports.ts'
import { RESYNC, type Hub } from './hub.ts'

const RETRY_MS = 3_000

/** `GET /live`: server-sent events of what others do. After a reconnection the first one says that some may be missing. */
export function liveRoute(app: FastifyInstance, identity: Identity, hub: Hub): void {
  app.get('/live', async (request, reply) => {
    const identified = await identity.identify(request.headers.cookie)
    const actor = enteredPerson(identified)
    const token = identified.token ?? ''
    const headers = reply.getHeaders()
    reply.hijack()
    const response = reply.raw
    response.writeHead(200, {
      ...(headers as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Proxies that would wait for the end of the answer must not.
      'x-accel-buffering': 'no',
    })
    response.write(`retry: ${RETRY_MS}\n\n`)
    if (request.headers['last-event-id'] !== undefined) response.write(RESYNC)
    hub.add({ token, actor, response })
  })
}
