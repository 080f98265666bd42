import type { Person } from '@portal/domain'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'

/** What a route beside tRPC gets: files, receipts, exports. */
type Doorway = {
  deps: Deps
  /** Who asks. @throws Refused NOT_SIGNED_IN, NO_APPOINTMENT */
  actorOf: (request: FastifyRequest) => Promise<Person>
}

/**
 * Adds the routes of a slice that tRPC can't carry (streams and files). A `Refused` that is thrown becomes the same
 * `{ refusal, requestId }` as in tRPC's `data`, under the same status.
 */
export type Routes = (app: FastifyInstance, doorway: Doorway) => void
