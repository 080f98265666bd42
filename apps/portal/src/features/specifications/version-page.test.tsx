import type { ApiInputs } from '@portal/api'
import { aClause, anActor, anArtwork, aVersion, sampleId } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'

const URL = `/versiones/${sampleId(20)}`
const RESERVED = { class: 'reserved', basis: 'Acuerdo 4/2017', from: null, until: '2018-07-01' } as const
const NOTICE = 'Reservado: Acuerdo 4/2017, hasta dom 1 jul 2018'
const PATIENCE = { timeout: 15_000 }

test('what is withheld shows its number, its basis and until when, and no way to the document', async () => {
  const withheld = { classification: RESERVED, withheld: true }
  const version = aVersion({
    sourceWithheld: true,
    clauses: [aClause({ text: '', ...withheld }), aClause({ id: sampleId(51), number: '2.2', citation: '2.2' })],
    artworks: [anArtwork(withheld)],
  })
  renderRoute(URL, {
    actor: anActor('opl_liaison', 'chis'),
    stubs: { specifications: { version: () => version } },
  })
  expect(await screen.findAllByText(NOTICE, {}, PATIENCE)).toHaveLength(2)
  expect(screen.getByText('El sobre será de papel bond.')).toBeVisible()
  expect(screen.getByText(/no se entrega/)).toBeVisible()
  expect(screen.queryByRole('link', { name: version.source.name })).toBeNull()
  expect(screen.queryByRole('button', { name: /Clasificar/ })).toBeNull()
})

test('the coordinator classes the clause that was chosen, with basis, period and reason', async () => {
  const user = userEvent.setup()
  const asked: ApiInputs['specifications']['classify'][] = []
  renderRoute(URL, {
    actor: anActor('derfe_coordinator', 'derfe'),
    stubs: {
      specifications: {
        version: () => aVersion({ allowed: ['classify'] }),
        classify: (input) => {
          asked.push(input)
          return { recordId: sampleId(20), recordVersion: 2, folio: null, code: null }
        },
      },
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Elegir 2.1' }, PATIENCE))
  await user.click(screen.getByRole('button', { name: 'Clasificar el numeral 2.1' }))
  const dialog = await screen.findByRole('dialog', { name: 'Clasificar 2.1' })
  const inDialog = within(dialog)
  await user.click(inDialog.getByRole('button', { name: 'Clasificar' }))
  expect(inDialog.getByText('Escriba el fundamento tal como consta.')).toBeVisible()
  await user.type(inDialog.getByLabelText(/Fundamento/), 'Acuerdo 4/2017')
  await user.type(inDialog.getByLabelText('Hasta'), '2018-07-01')
  await user.type(inDialog.getByLabelText(/Motivo/), 'Medidas de seguridad')
  await user.click(inDialog.getByRole('button', { name: 'Clasificar' }))
  await screen.findByText('Información clasificada.')
  expect(asked).toMatchObject([
    {
      target: { kind: 'clause', id: sampleId(50) },
      class: 'reserved',
      basis: 'Acuerdo 4/2017',
      from: null,
      until: '2018-07-01',
      reason: 'Medidas de seguridad',
      seen: 1,
    },
  ])
})
