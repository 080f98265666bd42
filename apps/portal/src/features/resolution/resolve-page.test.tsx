import { anActor, sampleId } from '@portal/samples'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { aDesk, received } from './testing/a-desk.ts'

beforeEach(() => localStorage.clear())

const URL = `/rondas/${sampleId(1)}/resolver`
const coordinator = anActor('derfe_coordinator', 'derfe')

// By label and text: roles of the whole page take jsdom long to work out, and every key asks for them.
const heading = (number: number) =>
  screen.findByText(new RegExp(`^Observación ${number} de`), { selector: 'h2' }, { timeout: 15_000 })
const accepted = () => screen.getByLabelText(/^Procede1?$/)
const reason = () => screen.getByLabelText('Razón')
const agreedText = () => screen.getByLabelText('Texto acordado')

test('by keys alone: choose, write, save, and the next one is there', async () => {
  const { stubs, disposed } = aDesk([received(1), received(2), received(3)])
  const { user } = renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  expect(screen.getByText('0 de 3 resueltas')).toBeVisible()

  await user.keyboard('1')
  expect(accepted()).toBeChecked()
  expect(agreedText()).toHaveValue('Debe decir 1.')
  await user.keyboard('{Control>}{Enter}{/Control}')

  expect(await heading(2)).toHaveFocus()
  expect(await screen.findByText('1 de 3 resueltas')).toBeVisible()
  expect(disposed).toEqual([
    {
      id: sampleId(101),
      seen: 1,
      outcome: { disposition: 'accepted', reason: '', agreedText: 'Debe decir 1.', answeredBy: null },
    },
  ])
})

test('J and K walk the list; Ctrl+Enter saves also while one types', async () => {
  const { stubs, disposed } = aDesk([received(1), received(2), received(3)])
  const { user } = renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  await user.keyboard('jj')
  expect(await heading(3)).toHaveFocus()
  await user.keyboard('k')
  expect(await heading(2)).toHaveFocus()
  await user.keyboard('3')
  await user.type(reason(), 'La norma no lo permite.{Control>}{Enter}{/Control}')
  expect(await heading(3)).toHaveFocus()
  expect(disposed[0]?.outcome).toEqual({
    disposition: 'rejected',
    reason: 'La norma no lo permite.',
    agreedText: '',
    answeredBy: null,
  })
})

test('N and its button pass over what is resolved, save nothing, and say when nothing is left', async () => {
  const resolved = { outcome: { disposition: 'accepted', reason: '', agreedText: 'Así', answeredBy: null } } as const
  const { stubs, disposed } = aDesk([received(1), received(2, resolved), received(3), received(4, resolved)])
  const { user } = renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  await user.keyboard('n')
  expect(await heading(3)).toHaveFocus()
  await user.click(screen.getByText('Siguiente sin resolver'))
  expect(await heading(1)).toHaveFocus()
  expect(disposed).toEqual([])

  await user.keyboard('1{Control>}{Enter}{/Control}')
  expect(await heading(3)).toHaveFocus()
  await user.keyboard('n')
  expect(await screen.findByText('En esta lista no queda otra sin resolver.')).toBeVisible()
})

test('letters and digits are text while one types', async () => {
  const { stubs } = aDesk([received(1), received(2)])
  const { user } = renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  await user.type(reason(), 'jk 12?')
  expect(reason()).toHaveValue('jk 12?')
  expect(await heading(1)).toBeVisible()
  expect(accepted()).not.toBeChecked()
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('keys of one character can be turned off, and stay off', async () => {
  const { stubs } = aDesk([received(1), received(2)])
  const { user, unmount } = renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  await user.keyboard('?')
  await user.click(await screen.findByRole('switch', { name: /Usar teclas de una letra/ }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  await user.keyboard('j1')
  expect(await heading(1)).toBeVisible()
  expect(accepted()).not.toBeChecked()

  unmount()
  const again = renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  await again.user.keyboard('j')
  expect(await heading(1)).toBeVisible()
})

test('an agreed text that was written is not overwritten by "Procede"', async () => {
  const { stubs } = aDesk([received(1)])
  const { user } = renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  await user.click(screen.getByLabelText(/^Procede parcialmente/))
  expect(agreedText()).toHaveValue('')
  await user.type(agreedText(), 'Lo convenido.')
  await user.click(accepted())
  expect(agreedText()).toHaveValue('Lo convenido.')
})

test('what is not saved is kept from one observation to another and after closing the page', async () => {
  const { stubs, disposed } = aDesk([received(1), received(2)])
  const { user, unmount } = renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  await user.type(reason(), 'A medias')
  expect(screen.getByText(/Se conserva en este navegador/)).toBeVisible()
  await user.click(screen.getByText('Siguiente'))
  await heading(2)
  expect(reason()).toHaveValue('')
  const list = screen.getByRole('navigation', { name: 'Observaciones' })
  expect(within(list).getByRole('button', { name: /No\. 1 .*Sin guardar/ })).toBeVisible()
  expect(within(list).queryByRole('button', { name: /No\. 2 .*Sin guardar/ })).not.toBeInTheDocument()

  unmount()
  renderRoute(`${URL}?observacion=${sampleId(101)}`, { actor: coordinator, stubs })
  await heading(1)
  expect(reason()).toHaveValue('A medias')
  expect(disposed).toEqual([])
})

test('another person who uses the browser does not find it', async () => {
  const { stubs } = aDesk([received(1)])
  const { user, unmount } = renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  await user.type(reason(), 'Mío')
  unmount()
  renderRoute(URL, { actor: anActor('derfe_coordinator', 'derfe', { personId: 'otra' }), stubs })
  await heading(1)
  expect(reason()).toHaveValue('')
})

test('a proposal that lacks something is saved, stays on the desk and says what is missing', async () => {
  const { stubs, disposed } = aDesk([received(1), received(2)])
  const { user } = renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('Falta el sentido.')).toBeVisible()
  await user.keyboard('4{Control>}{Enter}{/Control}')
  expect(await screen.findByText(/propuesta guardada\. Le falta la razón y el número/)).toBeVisible()
  expect(await heading(1)).toBeVisible()
  expect(screen.getByText('Falta la razón.')).toBeVisible()
  expect(disposed).toHaveLength(1)
  await waitFor(() => expect(screen.queryByText(/Se conserva en este navegador/)).not.toBeInTheDocument())
})

test('what somebody else saved meanwhile is shown, and one’s own text is neither lost nor put over it unseen', async () => {
  const { stubs, kept, disposed } = aDesk([received(1)])
  const { user, queryClient } = renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  await user.keyboard('3')
  await user.type(reason(), 'Lo mío')
  kept.set(sampleId(101), {
    ...received(1),
    status: 'proposed',
    recordVersion: 2,
    proposedBy: { id: 'otra', name: 'Lucía Bravo' },
    outcome: { disposition: 'accepted', reason: '', agreedText: 'Lo de Lucía', answeredBy: null },
  })
  await queryClient.invalidateQueries()
  expect(await screen.findByText(/Lucía Bravo guardó otra propuesta.*Lo de Lucía/)).toBeVisible()
  await user.click(screen.getByText('Guardar propuesta'))
  expect(await screen.findByRole('alert')).toHaveTextContent(/Alguien cambió este registro/)
  expect(disposed).toEqual([])

  await user.click(screen.getByText('Seguir con lo mío'))
  await user.click(screen.getByText('Guardar propuesta'))
  await waitFor(() => expect(disposed.map(({ outcome }) => outcome.reason)).toEqual(['Lo mío']))
})

test('with the filter "Sin sentido" the next one follows although the saved one leaves the list', async () => {
  const { stubs } = aDesk([received(1), received(2), received(3)])
  const { user, router } = renderRoute(`${URL}?sentido=sin-sentido`, { actor: coordinator, stubs })
  await heading(1)
  await user.keyboard('1{Control>}{Enter}{/Control}')
  expect(await heading(2)).toHaveFocus()
  const list = screen.getByRole('navigation', { name: 'Observaciones' })
  await waitFor(() => expect(within(list).getAllByRole('button')).toHaveLength(2))
  expect(router.state.location.search).toEqual({ sentido: 'sin-sentido', observacion: sampleId(102) })
})

test('the stretch that is observed is marked in its clause', async () => {
  const target = { kind: 'text', clauseId: sampleId(50), start: 3, end: 8, quote: 'sobre' } as const
  const { stubs } = aDesk([received(1, { target })])
  renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  expect(screen.getByText('sobre', { selector: 'mark' })).toBeVisible()
})
