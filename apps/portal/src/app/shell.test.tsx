import { anActor, SAMPLE_NOW } from '@portal/samples'
import { act, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw/http'
import { expect, test } from 'vitest'
import { renderRoute } from '../testing/render-route.tsx'
import { SilentEventSource } from '../testing/silent-event-source.ts'
import { server } from '../testing/stub-api.ts'

const actor = anActor('derfe_coordinator', 'derfe')

test('the demonstration says that it is one, and what time its clock shows', async () => {
  renderRoute('/', { actor, session: { demonstration: { password: 'x', accounts: [], secondFactorWaived: true } } })
  expect(await screen.findByText('Demostración · reloj del producto: jue 14 dic 2017, 10:32')).toBeVisible()
})

test('outside the demonstration there is no banner', async () => {
  renderRoute('/', { actor, session: { clock: { now: SAMPLE_NOW, startedWith: null } } })
  await screen.findByRole('heading', { name: 'Mi turno' })
  expect(screen.queryByRole('complementary')).not.toBeInTheDocument()
})

test('going to another page names it in the title and moves the focus to its heading', async () => {
  const { user } = renderRoute('/', { actor })
  await user.click(await screen.findByRole('link', { name: 'Verificar' }))
  expect(await screen.findByRole('heading', { name: 'Verificar un acuse o un archivo' })).toHaveFocus()
  expect(document.title).toBe('Verificar un acuse o un archivo · Portal VMRE')
  expect(screen.getByRole('link', { name: 'Verificar' })).toHaveAttribute('aria-current', 'page')
})

test('says whether others’ acts arrive', async () => {
  renderRoute('/', { actor })
  expect(await screen.findByText('Conectando')).toBeInTheDocument()
  act(() => SilentEventSource.opened[0]?.open())
  expect(screen.getByText('En vivo')).toBeInTheDocument()
  act(() => SilentEventSource.opened[0]?.fail(false))
  expect(screen.getByText('Sin conexión, reintentando')).toBeInTheDocument()
})

test('signing out leads to sign-in', async () => {
  let signedIn = true
  server.use(
    http.post('*/auth/sign-out', () => {
      signedIn = false
      return HttpResponse.json({ success: true })
    }),
  )
  const session = (actor: ReturnType<typeof anActor> | null) => ({
    actor,
    withoutAppointment: false,
    secondFactor: null,
    clock: { now: SAMPLE_NOW, startedWith: null },
    demonstration: null,
  })
  const { user, router } = renderRoute('/', { stubs: { session: { current: () => session(signedIn ? actor : null) } } })
  await user.click(await screen.findByRole('button', { name: 'Salir' }))
  expect(await screen.findByRole('heading', { name: 'Entrar' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/entrar')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Salir' })).not.toBeInTheDocument())
})

test('an unknown address says so and leads home', async () => {
  renderRoute('/no-existe', { actor })
  expect(await screen.findByRole('heading', { name: 'Esta página no existe' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Ir a Mi turno' })).toHaveAttribute('href', '/')
})

test('who is not signed in goes to sign-in and the address remembers where to', async () => {
  const { router } = renderRoute('/rondas?estado=open', {})
  await screen.findByRole('heading', { name: 'Entrar' })
  expect(router.state.location.search).toEqual({ volver: '/rondas?estado=open' })
})
