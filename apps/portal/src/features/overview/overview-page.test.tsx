import { anActor, anOverview, aRound, sampleId } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import type { Stubs } from '../../testing/stub-api.ts'
import { daysBetween, hoursWords, scaleOf } from './scale.ts'

const URL = `/rondas/${sampleId(1)}/panorama`
const actor = anActor('derfe_coordinator', 'derfe')
const stubs = (round: Parameters<typeof aRound>[0] = {}): Stubs => ({
  rounds: { get: () => aRound({ withoutOutcome: 1, ownResponseId: null, ...round }), overview: () => anOverview() },
})
const FIRST = { timeout: 15_000 }

test('every clause says how many observations it has, and opens them in the round', async () => {
  renderRoute(URL, { actor, stubs: stubs() })
  const strip = await screen.findByRole('list', { name: 'El documento, numeral por numeral' }, FIRST)
  const [first, second, artwork] = within(strip).getAllByRole('link')
  expect(first).toHaveAccessibleName('2.1: 3 observaciones (Fondo 2, Ortografía 1)')
  expect(first).toHaveAttribute('href', `/rondas/${sampleId(1)}?vista=tabla&numeral=${sampleId(70)}`)
  expect(second).toHaveAccessibleName('2.2: sin observaciones')
  expect(artwork).toHaveAttribute('href', `/rondas/${sampleId(1)}?vista=documento&lamina=${sampleId(80)}`)
})

test('once the matrix is published a clause opens its rows there', async () => {
  renderRoute(URL, { actor, stubs: stubs({ status: 'published', publishedAt: '2017-12-28T18:00:00.000Z' }) })
  const strip = await screen.findByRole('list', { name: 'El documento, numeral por numeral' }, FIRST)
  expect(within(strip).getAllByRole('link')[0]).toHaveAttribute(
    'href',
    `/rondas/${sampleId(1)}/matriz?numeral=${sampleId(70)}#renglones`,
  )
})

test('times stand in words beside their marks, and each figure has its table and its file', async () => {
  const { user } = renderRoute(URL, { actor, stubs: stubs() })
  const times = await screen.findByRole('list', { name: 'Tiempos por OPL' }, FIRST)
  expect(times).toHaveTextContent('IEPC ChiapasRespondió en 6 h; sentido en 2.5 días')
  expect(times).toHaveTextContent('IEPC JaliscoSin respuesta')
  for (const name of ['respuestas', 'numerales', 'dias']) {
    const path = `/exports/rounds/${sampleId(1)}/overview/${name}.csv`
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toContain(path)
  }
  await user.click(screen.getByText(/Recibidas y resueltas por día/, { selector: 'summary span' }))
  const table = screen.getByRole('table', { name: 'Recibidas y resueltas por día' })
  expect(within(table).getByRole('row', { name: /dom 17 dic 2017/ })).toHaveTextContent('00010')
  expect(screen.getByText('Se recibieron 3 observaciones; 2 con sentido asignado.')).toBeVisible()
})

test('to whom outcomes are not shown it says when there are figures, and asks for none', async () => {
  const own = anActor('opl_liaison', 'chis')
  renderRoute(URL, { actor: own, stubs: { rounds: { get: () => aRound({ withoutOutcome: null }) } } })
  expect(await screen.findByText(/sus cifras se ven al publicarse la matriz/, {}, FIRST)).toBeVisible()
})

test('one scale for all, in whole days', () => {
  expect([hoursWords(0.2), hoursWords(6), hoursWords(60)]).toEqual(['menos de 1 h', '6 h', '2.5 días'])
  const { place, marks } = scaleOf([6, 60])
  expect(marks.map(({ words }) => words)).toEqual(['0', '1.5 días', '3 días'])
  expect([place(0), place(72)]).toEqual(['2%', '98%'])
  expect(daysBetween(['2017-12-30', '2018-01-02'])).toEqual(['2017-12-30', '2017-12-31', '2018-01-01', '2018-01-02'])
  expect(daysBetween([])).toEqual([])
})
