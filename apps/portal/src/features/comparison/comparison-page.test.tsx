import type { ApiInputs } from '@portal/api'
import type { ComparedClauseView } from '@portal/contracts'
import { aClause, aComparison, anActor, anArtwork, anObservation, aRoundRow, sampleId } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'

const SPECIFICATION = sampleId(30)
const URL = `/especificaciones/${SPECIFICATION}/comparar?de=1&a=2`
const PATIENCE = { timeout: 15_000 }

const clause = (id: number, citation: string, text: string) =>
  aClause({ id: sampleId(id), number: citation, citation, text })

const ROWS: ComparedClauseView[] = [
  { before: clause(100, '1.1', 'Igual.'), after: clause(200, '1.1', 'Igual.'), changes: [] },
  { before: clause(101, '1.2', 'Mide 280 mm.'), after: clause(201, '1.2', 'Mide 285 mm.'), changes: ['reworded'] },
  { before: null, after: clause(202, '1.3', 'Soporta 500 g.'), changes: ['added'] },
  { before: clause(103, '3.6', 'Tendrá un talón.'), after: null, changes: ['removed'] },
  { before: clause(104, '4.6', 'Aviso.'), after: clause(204, '4.2', 'Aviso.'), changes: ['moved', 'renumbered'] },
]

function open(url = URL) {
  const asked: ApiInputs['specifications']['compare'][] = []
  const view = renderRoute(url, {
    actor: anActor('derfe_coordinator', 'derfe'),
    stubs: {
      specifications: {
        compare: (input) => {
          asked.push(input)
          return aComparison(ROWS)
        },
      },
    },
  })
  return { ...view, asked }
}

const rows = () => screen.getAllByRole('listitem').filter((row) => row.className === 'comparison-row')

test('each clause says by icon and word what became of it, and reads its changes aloud', async () => {
  const { asked } = open()
  await screen.findByRole('heading', { name: 'Comparación de las versiones 1 y 2' }, PATIENCE)
  expect(asked).toEqual([{ specificationId: SPECIFICATION, from: 1, to: 2 }])
  expect(screen.getByText('4 de 5 numerales cambiaron.')).toBeVisible()
  const [same, reworded, added, removed, moved] = rows()
  expect(same).toHaveTextContent('Sin cambio')
  expect(reworded).toHaveTextContent('Mide [se elimina: 280][se agrega: 285] mm.')
  expect(within(reworded!).getByText('Modificado')).toBeVisible()
  expect(added).toHaveTextContent('Agregado[se agrega: Soporta 500 g.]')
  expect(removed).toHaveTextContent('Eliminado[se elimina: Tendrá un talón.]')
  expect(moved).toHaveTextContent('4.6 →, ahora 4.2MovidoRenumeradoAviso.')
})

test('a kind of change is a filter of the address, also of the export', async () => {
  const { user, router } = open()
  await user.click(await screen.findByRole('radio', { name: 'Movido 1' }, PATIENCE))
  expect(rows()).toHaveLength(1)
  expect(router.state.location.search).toMatchObject({ cambio: 'moved' })
  expect(screen.getByRole('link', { name: 'Descargar en CSV' })).toHaveAttribute(
    'href',
    `/exports/specifications/${SPECIFICATION}/comparison.csv?from=1&to=2&kind=moved`,
  )
})

test('n and p go from change to change, past what did not change', async () => {
  const { user, router } = open()
  await user.click(await screen.findByRole('button', { name: 'Cambio siguiente' }, PATIENCE))
  expect(router.state.location.search).toMatchObject({ numeral: '1.2' })
  expect(screen.getByRole('link', { name: '1.2' })).toHaveFocus()
  await user.keyboard('n')
  expect(screen.getByRole('link', { name: '1.3' })).toHaveFocus()
  await user.keyboard('pp')
  expect(screen.getByRole('link', { name: '1.2' })).toHaveFocus()
  expect(rows()[1]).toHaveAttribute('aria-current', 'true')
})

test('an element says why its artwork is not compared', async () => {
  const reserved = { class: 'reserved', basis: 'Acuerdo 4/2017', from: null, until: null } as const
  const artworks = [
    { element: 'Instructivo', before: anArtwork({ element: 'Instructivo' }), after: anArtwork({ id: sampleId(71) }) },
    { element: 'Sobre-PEP', before: null, after: anArtwork({ id: sampleId(72) }) },
    {
      element: 'Sobre-Voto',
      before: anArtwork(),
      after: anArtwork({ id: sampleId(73), classification: reserved, withheld: true }),
    },
  ]
  const show = (lamina: number) =>
    renderRoute(`${URL}&vista=laminas&lamina=${sampleId(lamina)}`, {
      actor: anActor('opl_liaison', 'chis'),
      stubs: { specifications: { compare: () => aComparison(ROWS, { artworks }) } },
    })
  const first = show(71)
  expect(await screen.findByText('Es el mismo archivo en las dos versiones', {}, PATIENCE)).toBeVisible()
  first.unmount()
  const second = show(72)
  expect(await screen.findByText('Sobre-PEP no tiene lámina en la versión 1')).toBeVisible()
  second.unmount()
  show(73)
  expect(await screen.findByText('Reservado: Acuerdo 4/2017, de manera permanente')).toBeVisible()
})

test('a clause has its history: what each version says, and what was observed in each round', async () => {
  const version = (number: number) =>
    ({ id: sampleId(number), number, status: 'working', statusSince: '2017-12-14T12:00:00.000Z' }) as const
  const { specification } = aComparison(ROWS)
  renderRoute(`/numerales/${sampleId(201)}`, {
    actor: anActor('derfe_coordinator', 'derfe'),
    stubs: {
      specifications: {
        clauseHistory: () => ({
          specification,
          versions: [
            { version: version(2), clause: ROWS[1]!.after, changes: ['reworded'], rounds: [] },
            { version: version(1), clause: ROWS[1]!.before, changes: [], rounds: [aRoundRow()] },
          ],
        }),
      },
      observations: { list: () => ({ rows: [anObservation({ says: 'Falta la tolerancia' })], next: null }) },
    },
  })
  await screen.findByRole('heading', { name: 'Historial del numeral 1.2' }, PATIENCE)
  expect(screen.getByText('280')).toBeVisible()
  expect(await screen.findByText('Falta la tolerancia')).toBeVisible()
})
