import { anActor, sampleId } from '@portal/samples'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { aDesk, received } from './testing/a-desk.ts'

beforeEach(() => localStorage.clear())

const URL = `/rondas/${sampleId(1)}/resolver`
const coordinator = anActor('derfe_coordinator', 'derfe')
const onDesk = () => screen.findByText(/^Observación 1 de/, { selector: 'h2' }, { timeout: 15_000 })
const reason = () => screen.getByLabelText('Razón')
const undoButton = () => screen.findByText('Deshacer')

test('the outcome before is on the desk again by a key, and the history tells all of them', async () => {
  const { stubs, kept } = aDesk([received(1)])
  const { user } = renderRoute(URL, { actor: coordinator, stubs })
  await onDesk()
  expect(screen.queryByText('Deshacer')).not.toBeInTheDocument()
  await user.click(screen.getByText('Historial'))
  expect(await screen.findByText('Nadie le ha propuesto sentido todavía.')).toBeVisible()

  await user.keyboard('3')
  await user.type(reason(), 'Por ley{Control>}{Enter}{/Control}')
  await undoButton()
  await user.clear(reason())
  await user.type(reason(), 'Por norma{Control>}{Enter}{/Control}')
  await waitFor(() => expect(kept.get(sampleId(101))?.outcome?.reason).toBe('Por norma'))
  const history = await screen.findByRole('list', { name: 'Historial de la propuesta' })
  await waitFor(() => expect(within(history).getAllByRole('listitem')).toHaveLength(2))

  screen.getByText(/^Observación 1 de/, { selector: 'h2' }).focus()
  await user.keyboard('z')
  expect(await screen.findByText('Observación 1: se deshizo la última propuesta.')).toBeVisible()
  await waitFor(() => expect(reason()).toHaveValue('Por ley'))
  await waitFor(() => expect(within(history).getAllByRole('listitem')).toHaveLength(3))
  const [latest, second] = within(history).getAllByRole('listitem')
  expect(latest).toHaveTextContent(/Deshizo la propuesta anterior: Irene Solís Vega.*Por ley/)
  expect(second).toHaveTextContent(/Propuso: .*Por norma/)
})

test('after the first is undone it has none, and nothing more to undo', async () => {
  const { stubs } = aDesk([received(1)])
  const { user } = renderRoute(URL, { actor: coordinator, stubs })
  await onDesk()
  await user.keyboard('1{Control>}{Enter}{/Control}')
  await user.click(await undoButton())
  await waitFor(() => expect(screen.queryByText('Deshacer')).not.toBeInTheDocument())
  expect(screen.getByLabelText(/^Procede1?$/)).not.toBeChecked()
  expect(await screen.findByText('2 de 3 resueltas')).toBeVisible()
})

test('what was typed and not saved is not undone away', async () => {
  const { stubs, kept } = aDesk([received(1)])
  const { user } = renderRoute(URL, { actor: coordinator, stubs })
  await onDesk()
  await user.keyboard('1{Control>}{Enter}{/Control}')
  await undoButton()
  await user.type(reason(), 'A medias')
  await user.click(await undoButton())
  expect(await screen.findByText(/Hay algo escrito sin guardar/)).toBeVisible()
  expect(reason()).toHaveValue('A medias')
  expect(kept.get(sampleId(101))?.outcome?.disposition).toBe('accepted')
})
