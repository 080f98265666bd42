import type { ApiInputs } from '@portal/api'
import { aClause, anActor, aPublicVersion, sampleId } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'

const PATIENCE = { timeout: 15_000 }

test('anybody lists what was approved, looks for a title in the address, and takes the list', async () => {
  const asked: ApiInputs['publication']['list'][] = []
  renderRoute('/publico?buscar=PEP', {
    stubs: {
      publication: {
        list: (input) => {
          asked.push(input)
          const { clauses: _, source: __, artworks: ___, matrices: ____, ...row } = aPublicVersion()
          return { rows: [row], next: null }
        },
      },
    },
  })
  const table = await screen.findByRole('table', { name: 'Versiones aprobadas' }, PATIENCE)
  expect(within(table).getByText(/INE\/CG49\/2018 · lun 22 ene 2018/)).toBeVisible()
  expect(screen.getByLabelText('Buscar en el título')).toHaveValue('PEP')
  expect(screen.getByRole('link', { name: /Descargar la lista/ })).toHaveAttribute(
    'href',
    '/exports/publico/versiones.csv?buscar=PEP',
  )
  expect(asked[0]).toMatchObject({ search: 'PEP' })
})

test('nothing approved yet is said', async () => {
  renderRoute('/publico', { stubs: { publication: { list: () => ({ rows: [], next: null }) } } })
  expect(await screen.findByText('Todavía no hay versiones aprobadas', {}, PATIENCE)).toBeVisible()
})

test('an approved version shows its clauses, and of what is reserved only why and until when', async () => {
  const classification = { class: 'reserved', basis: 'Acuerdo 4/2017', from: null, until: null } as const
  renderRoute(`/publico/${sampleId(20)}`, {
    stubs: {
      publication: {
        version: () => aPublicVersion({ clauses: [aClause({ text: '', classification, withheld: true })] }),
      },
    },
  })
  expect(await screen.findByText('Reservado: Acuerdo 4/2017, de manera permanente', {}, PATIENCE)).toBeVisible()
  expect(screen.getByRole('link', { name: 'sobre-pep.pdf' })).toHaveAttribute(
    'href',
    `/exports/publico/archivos/${sampleId(61)}`,
  )
})

test('the administration says what is shown, on a basis', async () => {
  const asked: ApiInputs['publication']['setRule'][] = []
  const rule = { id: sampleId(90), kind: 'published_matrices', shown: false, basis: '', recordVersion: 3 } as const
  const { user } = renderRoute('/publicacion', {
    actor: anActor('administrator', 'derfe'),
    stubs: {
      publication: {
        rules: () => [rule],
        setRule: (input) => {
          asked.push(input)
          return { recordId: rule.id, recordVersion: 4, folio: null, code: null }
        },
      },
    },
  })
  await user.click(await screen.findByRole('button', { name: /^Cambiar:/ }, PATIENCE))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByLabelText('Se muestra a cualquier persona'))
  await user.type(dialog.getByLabelText(/Motivo/), 'Se pide')
  await user.click(dialog.getByRole('button', { name: 'Guardar' }))
  expect(dialog.getByText('Escriba el fundamento tal como consta.')).toBeVisible()
  await user.type(dialog.getByLabelText(/Fundamento/), 'Acuerdo 9/2018')
  await user.click(dialog.getByRole('button', { name: 'Guardar' }))
  await screen.findByText('Publicación cambiada.')
  expect(asked).toMatchObject([
    { kind: 'published_matrices', shown: true, basis: 'Acuerdo 9/2018', reason: 'Se pide', seen: 3 },
  ])
})
