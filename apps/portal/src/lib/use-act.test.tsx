import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { aDone, ORGANISATIONS, sampleId } from '@portal/samples'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw/http'
import { expect, test } from 'vitest'
import { server, StubRefusal, stubApi, type Stubs } from '../testing/stub-api.ts'
import { createQueryClient } from './query-client.ts'
import { createApiClient, TRPCProvider, useTRPC } from './trpc.ts'
import { useAct } from './use-act.tsx'

function Conclude() {
  const trpc = useTRPC()
  const conclude = useAct(trpc.rounds.conclude.mutationOptions(), {
    done: 'Ronda concluida.',
    touches: [trpc.rounds.pathFilter()],
    beside: true,
  })
  return (
    <>
      <button type="button" onClick={() => void conclude.run({ roundId: sampleId(1), seen: 2 })}>
        Concluir
      </button>
      <p role="alert">{conclude.failure?.message}</p>
      <p>{conclude.failure?.requestId}</p>
      <Notifications />
    </>
  )
}

async function show(conclude: NonNullable<NonNullable<Stubs['rounds']>['conclude']>) {
  stubApi({ directory: { organisations: () => Object.values(ORGANISATIONS) }, rounds: { conclude } })
  const queryClient = createQueryClient(() => {})
  queryClient.setDefaultOptions({ mutations: { retry: false } })
  const root = createRootRoute()
  const routes = [
    createRoute({ getParentRoute: () => root, path: '/', component: Conclude }),
    createRoute({ getParentRoute: () => root, path: 'verificar/$code' }),
  ]
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory() })
  render(
    <MantineProvider>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={createApiClient()} queryClient={queryClient}>
          <RouterProvider router={router as never} />
        </TRPCProvider>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { button: await screen.findByRole('button', { name: 'Concluir' }), user: userEvent.setup() }
}

test('a formal act is answered with its folio, which leads to its receipt', async () => {
  const { button, user } = await show(() => aDone({ folio: 'ACU/DERFE/2017/0002', code: 'c0de' }))
  await user.click(button)
  expect(await screen.findByText('Ronda concluida.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Acuse ACU/DERFE/2017/0002' })).toHaveAttribute('href', '/verificar/c0de')
})

test('a retry after silence keeps the key of the intention, a new act takes a new one', async () => {
  const keys: string[] = []
  const { button, user } = await show(({ key }) => {
    keys.push(key)
    return aDone()
  })
  server.use(
    http.post(
      '*/trpc/:paths',
      async ({ request }) => {
        const [{ key }] = Object.values((await request.json()) as Record<string, { key: string }>) as [{ key: string }]
        keys.push(key)
        return HttpResponse.error()
      },
      { once: true },
    ),
  )

  await user.click(button)
  expect(await screen.findByText(/nada se duplica/)).toBeVisible()
  await user.click(button)
  expect(await screen.findByText('Ronda concluida.')).toBeVisible()
  await user.click(button)
  await expect.poll(() => keys.length).toBe(3)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

test('a refusal is said in words, without an id that nobody need look up', async () => {
  const { button, user } = await show(() => {
    throw new StubRefusal({ code: 'WRONG_STATUS', status: 'open' })
  })
  await user.click(button)
  expect(await screen.findByText(/La ronda está «Abierta»/)).toBeVisible()
  expect(screen.queryByText('req-7f3a')).not.toBeInTheDocument()
})

test('a bug shows the request id under which the log has it', async () => {
  const { button, user } = await show(() => {
    throw new Error('a bug')
  })
  await user.click(button)
  expect(await screen.findByText('req-7f3a')).toBeVisible()
})
