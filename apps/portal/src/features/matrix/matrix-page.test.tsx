import type { ApiInputs } from '@portal/api'
import { anActor, anObservation, aRound, sampleId } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import type { Stubs } from '../../testing/stub-api.ts'
import { countMatrix } from './count-matrix.ts'

const URL = `/rondas/${sampleId(1)}/matriz`
const actor = anActor('opl_liaison', 'chis')
const outcome = { disposition: 'answered_elsewhere', reason: 'Se atiende ahí.', agreedText: '', answeredBy: 7 } as const
const resolved = anObservation({ number: 12, status: 'resolved', outcome })
const count = (organisationId: string, disposition: string, amount: number) => ({
  organisationId,
  status: 'resolved',
  type: 'form',
  disposition,
  count: amount,
})

function stubs(asked: ApiInputs['observations']['list'][] = []): Stubs {
  return {
    rounds: {
      get: () =>
        aRound({
          status: 'published',
          publishedAt: '2017-12-28T18:00:00.000Z',
          matrixHash: 'b5bb9d80',
          matrixCode: 'c0de',
          withoutOutcome: 0,
        }),
      board: () => ({ rows: [count('chis', 'accepted', 3), count('jal', 'rejected', 2), count('jal', '', 9)] }),
    },
    observations: {
      list: (input) => {
        asked.push(input)
        const own = anObservation({ id: sampleId(41), says: 'Un borrador propio.' })
        return { rows: [resolved, own], next: null }
      },
    },
  }
}

test('all columns of the matrix, its answers, its hash and its workbook', async () => {
  renderRoute(URL, { actor, stubs: stubs() })
  const table = await screen.findByRole('table', { name: 'Matriz de observaciones' }, { timeout: 15_000 })
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((header) => header.textContent),
  ).toEqual([
    'No.',
    'OPL',
    'Elemento',
    'Numeral',
    'Pág.',
    'Tipo',
    'Dice',
    'Debe decir',
    'Justificación',
    'Fundamento',
    'Sentido',
    'Respuesta',
    'Texto acordado',
    'Incorporada en',
    'Conforme',
  ])
  expect(table).toHaveTextContent('Véase la No. 7. Se atiende ahí.')
  expect(table).not.toHaveTextContent('Un borrador propio.')
  expect(screen.getByText('b5bb9d80')).toBeVisible()
  expect(screen.getByText('Verificar el acuse de la publicación')).toHaveAttribute('href', '/verificar/c0de')
  expect(screen.getByText('Descargar en Excel').closest('a')).toHaveAttribute(
    'href',
    `/exports/rounds/${sampleId(1)}/matrix.xlsx`,
  )
})

test('filters stand in the address and are asked of the API', async () => {
  const asked: ApiInputs['observations']['list'][] = []
  const { user, router } = renderRoute(`${URL}?opl=jal&sentido=rejected`, { actor, stubs: stubs(asked) })
  await screen.findByRole('table', { name: 'Matriz de observaciones' }, { timeout: 15_000 })
  expect(asked[0]).toMatchObject({ organisationId: 'jal', disposition: 'rejected', type: null })
  await user.click(screen.getByText('Quitar filtros'))
  await expect.poll(() => asked.at(-1)).toMatchObject({ organisationId: null, disposition: null })
  expect(router.state.location.search).toEqual({})
})

test('every count leads to its rows', async () => {
  renderRoute(URL, { actor, stubs: stubs() })
  const link = await screen.findByRole('link', { name: '2: IEPC Jalisco, No procede' }, { timeout: 15_000 })
  expect(link).toHaveAttribute('href', `${URL}?opl=jal&sentido=rejected#renglones`)
})

test('counts stand in the official order with their sums; what has no sentido is not counted', () => {
  const counted = countMatrix(
    {
      rows: [
        count('jal', 'rejected', 2),
        count('chis', 'accepted', 3),
        count('jal', 'accepted', 1),
        count('jal', '', 9),
      ],
    },
    ['chis', 'cdmx', 'jal'],
  )
  expect(counted.map(({ organisationId, total }) => [organisationId, total])).toEqual([
    ['chis', 3],
    ['jal', 3],
    [null, 6],
  ])
  expect(counted.at(-1)?.counts).toEqual({ accepted: 4, partly_accepted: 0, rejected: 2, answered_elsewhere: 0 })
})

test('before it is published it says what an OPL sees, and asks for no rows', async () => {
  const get = () => aRound({ status: 'validating', visibility: 'after_close' })
  renderRoute(URL, { actor, stubs: { rounds: { get } } })
  expect(
    await screen.findByText(/desde el cierre de la ronda, las de los demás OPL/, {}, { timeout: 15_000 }),
  ).toBeVisible()
  expect(screen.queryByText('Descargar en Excel')).not.toBeInTheDocument()
})
