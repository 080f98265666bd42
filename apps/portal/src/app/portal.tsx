import { MantineProvider } from '@mantine/core'
import { cssVariablesResolver, theme } from '@portal/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider, type RouterHistory } from '@tanstack/react-router'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { createQueryClient } from '../lib/query-client.ts'
import { styleNonce } from '../lib/nonce.ts'
import { createApiClient, TRPCProvider } from '../lib/trpc.ts'
import { createPortalRouter } from './router.ts'

/** Everything that one visit of the portal holds: client, cache and router, tied together. */
export function createPortal(history?: RouterHistory) {
  const client = createApiClient()
  const queryClient = createQueryClient(() => {
    // The session ended elsewhere, or needs a second factor now: ask who is there again, and the signed-in routes lead to `/entrar` and back.
    void queryClient
      .invalidateQueries({ queryKey: trpc.session.current.queryKey(), refetchType: 'none' })
      .then(() => router.invalidate())
  })
  const trpc = createTRPCOptionsProxy({ client, queryClient })
  const router = createPortalRouter({ queryClient, trpc }, history)
  return { client, queryClient, router }
}

export function Portal({ client, queryClient, router }: ReturnType<typeof createPortal>) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={client} queryClient={queryClient}>
          <RouterProvider router={router} />
        </TRPCProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
