import { WIRE_CODES, type Refusal } from '@portal/contracts'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { TRPCError } from '@trpc/server'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isDiskFull } from '../adapters/disk-full.ts'
import { Refused } from '../refused.ts'

/** Outside tRPC an expected "no" has the body `{ refusal, requestId }`, a bug `{ refusal: null, requestId }`. */
export function refuseWith(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const status = getHTTPStatusCodeFromError(new TRPCError({ code: WIRE_CODES[refusal.code] }))
  return reply
    .code(status)
    .headers(retryAfter(new Refused(refusal)))
    .send({ refusal, requestId: reply.request.id })
}

/** The header that says when to ask again, where the refusal knows. */
export const retryAfter = (error: unknown): { 'retry-after'?: string } =>
  error instanceof Refused && error.refusal.code === 'TOO_MANY_REQUESTS' && error.refusal.seconds !== undefined
    ? { 'retry-after': String(error.refusal.seconds) }
    : {}

/** What is thrown in any route: refusals, what Fastify itself refuses, and bugs, of which nothing is told but the id. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof Refused) return refuseWith(reply, error.refusal)
    if (isDiskFull(error)) {
      request.log.error({ err: error }, 'the disk is full')
      return refuseWith(reply, { code: 'STORAGE_FULL' })
    }
    const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
    if (status >= 500) request.log.error({ err: error }, 'a request failed')
    return reply.code(status).send({ refusal: null, requestId: request.id })
  })
}
