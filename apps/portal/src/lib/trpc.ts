import type { AppRouter } from '@portal/api'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'

/** The API's procedures as query and mutation options, typed by the API's own router. */
export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>()

/** Plain JSON over HTTP; what one screen asks at once travels together. */
export const createApiClient = () =>
  createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${location.origin}/trpc`, maxURLLength: 4000 })] })
