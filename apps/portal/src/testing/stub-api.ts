import type { ApiInputs, ApiOutputs } from '@portal/api'
import type { Refusal } from '@portal/contracts'
import { initTRPC, TRPCError } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { http } from 'msw/http'
import { setupServer } from 'msw/node'

/** Answers by slice and procedure, typed by the API's own router: `{ rounds: { get: () => aRound() } }`. */
export type Stubs = {
  [Slice in keyof ApiOutputs]?: {
    [Procedure in keyof ApiOutputs[Slice]]?: (
      input: Slice extends keyof ApiInputs
        ? Procedure extends keyof ApiInputs[Slice]
          ? ApiInputs[Slice][Procedure]
          : never
        : never,
    ) => ApiOutputs[Slice][Procedure] | Promise<ApiOutputs[Slice][Procedure]>
  }
}

/** Throw it from a stub: the API refuses. */
export class StubRefusal extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** The request id of every answer of the stubs. */
const STUB_REQUEST_ID = 'req-7f3a'

export const server = setupServer()

const t = initTRPC.create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      refusal: error.cause instanceof StubRefusal ? error.cause.refusal : null,
      requestId: STUB_REQUEST_ID,
    },
  }),
})

/**
 * Makes stubs into a real tRPC router behind one msw handler: batches, wire shape and errors are those of the API. Whether
 * a stub stands for a query or a mutation follows from how it is asked.
 */
export function stubApi(...layers: readonly Stubs[]): void {
  const answer = (slice: string, procedure: string): ((input: unknown) => unknown) | undefined => {
    const found = layers.findLast((layer) => layer[slice as keyof Stubs]?.[procedure as never] !== undefined)
    return found?.[slice as keyof Stubs]?.[procedure as never]
  }
  server.use(
    http.all('*/trpc/:paths', ({ request, params }) => {
      const paths = String(params['paths']).split(',')
      const procedures = Object.groupBy(paths, (path) => path.split('.')[0] ?? '')
      const build = ({ input }: { input: unknown }, path: string) => {
        const [slice = '', procedure = ''] = path.split('.')
        const stub = answer(slice, procedure)
        if (!stub) throw new TRPCError({ code: 'NOT_IMPLEMENTED', message: `No stub for ${path}` })
        return stub(input)
      }
      const base = t.procedure.input((input: unknown) => input)
      const router = t.router(
        Object.fromEntries(
          Object.entries(procedures).map(([slice, full = []]) => [
            slice,
            t.router(
              Object.fromEntries(
                full.map((path) => [
                  path.split('.')[1] ?? '',
                  request.method === 'GET'
                    ? base.query((options) => build(options, path))
                    : base.mutation((options) => build(options, path)),
                ]),
              ),
            ),
          ]),
        ),
      )
      return fetchRequestHandler({ endpoint: '/trpc', req: request, router })
    }),
  )
}
