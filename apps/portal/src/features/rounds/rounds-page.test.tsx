import type { ApiInputs } from '@portal/api'
import { anActor, aRoundRow, sampleId } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'

const actor = anActor('derfe_coordinator', 'derfe')

test('rounds by their columns, with the filter of the address', async () => {
  const asked: ApiInputs['rounds']['list'][] = []
  const list = (input: ApiInputs['rounds']['list']) => {
    asked.push(input)
    return { rows: [aRoundRow()], next: null }
  }
  renderRoute('/rondas?estado=open', { actor, stubs: { rounds: { list } } })
  const table = await screen.findByRole('table', { name: 'Rondas de revisión' }, { timeout: 15_000 })
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((header) => header.textContent),
  ).toEqual(['Ronda', 'Especificación y versión', 'Contestaron', 'Estado', 'Le toca a', 'Desde', 'Vence'])
  expect(table).toHaveTextContent('4 de 7')
  expect(asked[0]).toMatchObject({ status: 'open', specificationId: null })
})

test('an OPL that waits for others is not told that the round is over', async () => {
  const list = () => ({ rows: [aRoundRow({ turn: [] })], next: null })
  renderRoute('/rondas', { actor: anActor('opl_liaison', 'chis'), stubs: { rounds: { list } } })
  expect(await screen.findByText('Otros OPL', {}, { timeout: 15_000 })).toBeVisible()
})

test('what the address has of unknown values filters nothing, and nothing found says why', async () => {
  const asked: ApiInputs['rounds']['list'][] = []
  const list = (input: ApiInputs['rounds']['list']) => {
    asked.push(input)
    return { rows: [], next: null }
  }
  renderRoute(`/rondas?estado=nada&especificacion=${sampleId(30)}`, { actor, stubs: { rounds: { list } } })
  expect(await screen.findByText('Ninguna ronda coincide con los filtros', {}, { timeout: 15_000 })).toBeVisible()
  expect(asked[0]).toMatchObject({ status: null, specificationId: sampleId(30) })
})
