import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, TRPCError } from '@trpc/server'
import { getHTTPStatusCode } from '@trpc/server/http'
import type { TRPCResponse } from '@trpc/server/rpc'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { appRouter } from '../router.ts'
import type { Context } from '../trpc.ts'

type Asked = FastifyRequest<{
  Params: { path: string }
  Querystring: { batch?: string; input?: string }
  Body: string | undefined
}>

/** The inputs of the calls of a request by their place, read once: what is no JSON is each call's own error. */
type Inputs = () => Readonly<Record<number, unknown>>

const TYPES = { GET: 'query', POST: 'mutation' } as const

/**
 * tRPC over HTTP as its client speaks it: one call or a batch, JSON in and out, queries by GET and mutations by POST.
 * tRPC's own adapter builds a web Request, a Response and a stream for each; for answers that are one text anyway that
 * is a third of all work in this process (docs/performance.md).
 */
export function procedureRoutes(app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>): void {
  const answer = (type: 'query' | 'mutation') => async (request: Asked, reply: FastifyReply) => {
    const isBatch = request.query.batch === '1'
    const paths = isBatch ? request.params.path.split(',') : [request.params.path]
    const ctx = await contextOf(request)
    const inputs = inputsOf(type === 'query' ? request.query.input : request.body, isBatch)
    const call = (path: string, place: number) => called({ type, path, place, inputs, ctx, request })
    const responses = await Promise.all(paths.map(call))
    const [first] = responses
    const body = isBatch || first === undefined ? responses : first
    return reply.code(getHTTPStatusCode(body)).type('application/json').send(JSON.stringify(body))
  }
  app.register((scope, _options, done) => {
    // Nothing but JSON, which tRPC's client names: a form of another site can't send it.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, parsed) =>
      parsed(null, body),
    )
    for (const method of ['GET', 'POST'] as const)
      scope.route({ method, url: '/trpc/:path', handler: answer(TYPES[method]) })
    done()
  })
}

type Call = {
  type: 'query' | 'mutation'
  path: string
  place: number
  inputs: Inputs
  ctx: Context
  request: FastifyRequest
}

async function called({ type, path, place, inputs, ctx, request }: Call): Promise<TRPCResponse> {
  try {
    const getRawInput = () => Promise.resolve(inputs()[place])
    const call = { router: appRouter, type, path, ctx, getRawInput, signal: undefined, batchIndex: place }
    return { result: { data: await callTRPCProcedure(call) } }
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause)
    if (error.code === 'INTERNAL_SERVER_ERROR') {
      request.log.error({ err: error.cause ?? error, path }, 'a procedure failed')
    }
    return { error: getTRPCErrorShape({ config: appRouter._def._config, error, type, path, input: undefined, ctx }) }
  }
}

function inputsOf(text: string | undefined, isBatch: boolean): Inputs {
  let inputs: ReturnType<Inputs> | undefined
  return () => (inputs ??= parsedInputs(text, isBatch))
}

function parsedInputs(text: string | undefined, isBatch: boolean): ReturnType<Inputs> {
  if (text === undefined || text === '') return {}
  const parsed = parsedJson(text)
  if (!isBatch) return { 0: parsed }
  if (typeof parsed === 'object' && parsed !== null) return { ...parsed }
  throw new TRPCError({ code: 'BAD_REQUEST', message: 'The inputs of a batch stand in an object' })
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: 'The input is no JSON', cause })
  }
}
