import { aClause, anActor, aProposedClause, aSpecification, aVersion, aVersionRow, sampleId } from '@portal/samples'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'

const PATIENCE = { timeout: 15_000 }
const [FIRST, SECOND] = [sampleId(20), sampleId(21)]

test('a proposal says how it stands to the last version that was not withdrawn, before it is confirmed', async () => {
  const first = aVersion({
    clauses: [
      aClause({ text: 'Papel bond de noventa gramos.' }),
      aClause({ id: sampleId(51), number: '2.2', citation: '2.2', text: 'Cierre con adhesivo permanente.' }),
    ],
  })
  const second = aVersion({
    id: SECOND,
    number: 3,
    status: 'draft',
    clauses: [],
    proposal: [
      aProposedClause({ key: 'a', text: 'Se entrega por correo certificado.' }),
      aProposedClause({ key: 'b', number: '2.2', text: 'Papel bond de noventa gramos.' }),
      aProposedClause({ key: 'c', number: '2.9', text: 'Cierre con adhesivo permanente.', excluded: true }),
    ],
  })
  const row = (id: string, number: number, status: 'draft' | 'working' | 'withdrawn') =>
    aVersionRow({ id, number, status, indexed: status !== 'draft' })
  renderRoute(`/versiones/${SECOND}/propuesta`, {
    actor: anActor('derfe_coordinator', 'derfe'),
    stubs: {
      specifications: {
        get: () =>
          aSpecification({
            versions: [row(SECOND, 3, 'draft'), row(sampleId(22), 2, 'withdrawn'), row(FIRST, 1, 'working')],
          }),
        version: ({ id }) => (id === FIRST ? first : second),
      },
    },
  })
  const said = await screen.findByText(/^Frente a la versión 1/, {}, PATIENCE)
  expect(said).toHaveTextContent('sin cambio: 0; agregado: 1; eliminado: 1; renumerado: 1. Ya no están: 2.2.')
})
