import { anActor, aDone, sampleId } from '@portal/samples'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { StubRefusal, type Stubs } from '../../testing/stub-api.ts'
import { aDesk, received } from './testing/a-desk.ts'

beforeEach(() => localStorage.clear())

const URL = `/rondas/${sampleId(1)}/resolver`
const coordinator = anActor('derfe_coordinator', 'derfe')
const rows = [1, 2, 3].map((number) => received(number, { type: number === 2 ? 'substance' : 'spelling' }))

/** The desk with the spellings chosen and the dialog for all of them open. */
async function resolvingSpellings(disposeMany: NonNullable<Stubs['observations']>['disposeMany']) {
  const { stubs } = aDesk(rows)
  const observations = { ...stubs.observations, ...(disposeMany && { disposeMany }) }
  const { user } = renderRoute(URL, { actor: coordinator, stubs: { ...stubs, observations } })
  await screen.findByText(/^Observación 1 de/, { selector: 'h2' }, { timeout: 15_000 })
  await user.click(screen.getByText('Elegir las de ortografía sin sentido'))
  await user.click(await screen.findByText('Resolver juntas'))
  return { user, dialog: await screen.findByRole('dialog') }
}

test('all spellings are accepted as asked in one act', async () => {
  const disposed: unknown[] = []
  const { user, dialog } = await resolvingSpellings(({ outcome, observations }) => {
    disposed.push({ outcome, observations })
    return aDone()
  })
  expect(dialog).toHaveTextContent('Resolver juntas 2 observaciones')
  await user.click(within(dialog).getByText('Guardar las propuestas'))
  const observations = [101, 103].map((id) => ({ id: sampleId(id), seen: 1 }))
  const outcome = { disposition: 'accepted', reason: '', agreedText: null }
  await waitFor(() => expect(disposed).toEqual([{ outcome, observations }]))
  await waitFor(() => expect(screen.queryByText('2 elegidas')).not.toBeInTheDocument())
})

test('a refusal names the observation, and what was chosen and written stays', async () => {
  const { user, dialog } = await resolvingSpellings(() => {
    throw new StubRefusal({ code: 'NOTHING_ASKED_FOR', number: 3 })
  })
  await user.click(within(dialog).getByLabelText('No procede'))
  expect(within(dialog).getByRole('button', { name: 'Guardar las propuestas' })).toBeDisabled()
  await user.type(within(dialog).getByLabelText('Razón'), 'Por ley')
  await user.click(within(dialog).getByText('Guardar las propuestas'))
  expect(await within(dialog).findByText(/La observación 3 no dice qué debe decir/)).toBeVisible()
  expect(within(dialog).getByLabelText('Razón')).toHaveValue('Por ley')
  expect(screen.getByText('2 elegidas')).toBeInTheDocument()
})

test('all of the list are chosen also where it takes more than one page', async () => {
  const many = Array.from({ length: 35 }, (_, index) => received(index + 1))
  const { stubs } = aDesk(many)
  const list = ({ cursor }: { cursor?: string | null | undefined }) =>
    cursor ? { rows: many.slice(30), next: null } : { rows: many.slice(0, 30), next: 'more' }
  const observations = { ...stubs.observations, list }
  const { user } = renderRoute(URL, { actor: coordinator, stubs: { ...stubs, observations } })
  await screen.findByText(/^Observación 1 de/, { selector: 'h2' }, { timeout: 15_000 })
  await user.click(screen.getByText('Elegir todas las de la lista'))
  expect(await screen.findByText('35 elegidas')).toBeVisible()
})
