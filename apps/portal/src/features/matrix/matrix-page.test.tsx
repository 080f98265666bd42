import type { ApiInputs } from '@portal/api'
import { aClause, anActor, anObservation, aRound, aVersion, sampleId } from '@portal/samples'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import type { Stubs } from '../../testing/stub-api.ts'
import { countMatrix } from './count-matrix.ts'

const URL = `/rondas/${sampleId(1)}/matriz`
const FORMATS = ['xlsx', 'docx', 'pdf', 'json']
const filesOffered = async () => (await screen.findAllByRole('menuitem')).map((item) => item.getAttribute('href'))
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
    specifications: {
      version: () => aVersion({ clauses: [aClause({ id: sampleId(70), citation: '2.1', text: 'Sobre-PEP' })] }),
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

test('all columns of the matrix, its answers, its hash and its files', async () => {
  const { user } = renderRoute(URL, { actor, stubs: stubs() })
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
  await user.click(screen.getByRole('button', { name: 'Descargar' }))
  expect(await filesOffered()).toEqual(FORMATS.map((format) => `/exports/rounds/${sampleId(1)}/matrix.${format}`))
})

test('under filters it offers the extract of the same rows first, and the whole matrix', async () => {
  const { user } = renderRoute(`${URL}?opl=jal&numeral=${sampleId(70)}&tipo=nada`, { actor, stubs: stubs() })
  await screen.findByRole('table', { name: 'Matriz de observaciones' }, { timeout: 15_000 })
  expect(await screen.findByDisplayValue('2.1 Sobre-PEP')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Descargar' }))
  const query = `?opl=jal&numeral=${sampleId(70)}`
  expect(await filesOffered()).toEqual(
    [query, ''].flatMap((filters) =>
      FORMATS.map((format) => `/exports/rounds/${sampleId(1)}/matrix.${format}${filters}`),
    ),
  )
  await waitFor(() => expect(screen.getByText('Extracto con estos filtros')).toBeVisible())
})

test('dice, debe decir and quedó stand beside one another, as a view that the address names', async () => {
  const accepted = anObservation({
    id: sampleId(42),
    number: 3,
    status: 'resolved',
    says: 'de ancho',
    shouldSay: 'de ancho exterior',
    outcome: { disposition: 'accepted', reason: '', agreedText: 'de ancho total', answeredBy: null },
  })
  const given = stubs()
  given.observations = { list: () => ({ rows: [accepted, resolved], next: null }) }
  const { user, router } = renderRoute(`${URL}?opl=jal`, { actor, stubs: given })
  await user.click(await screen.findByText('Dice · debe decir · quedó', {}, { timeout: 15_000 }))
  const list = await screen.findByRole('list', { name: 'Dice, debe decir y quedó' })
  expect(router.state.location.search).toEqual({ opl: 'jal', vista: 'comparada' })
  const [first, second] = within(list).getAllByRole('article')
  expect(first).toHaveTextContent(/Dicede ancho.*Debe decir.*\[se agrega: ?exterior\].*Quedó.*\[se agrega: ?total\]/)
  expect(second).toHaveTextContent('Véase la No. 7.')
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
  expect(screen.queryByText('Descargar')).not.toBeInTheDocument()
})
