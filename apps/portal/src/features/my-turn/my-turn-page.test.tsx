import { aMyTurn, anActor, aTurn, aTurnRow, sampleId } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { StubRefusal } from '../../testing/stub-api.ts'

const actor = anActor('opl_liaison', 'chis')

test('lists what waits for me with status, turn, since and due', async () => {
  const mine = [aTurnRow({ title: 'Ronda 1 del PEP' }), aTurnRow({ recordId: sampleId(2), title: 'Ronda 2 del PEP' })]
  renderRoute('/', { actor, stubs: { turn: { mine: () => aMyTurn({ mine }) } } })
  const table = await screen.findByRole('table', { name: 'Me toca' })
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((header) => header.textContent),
  ).toEqual(['Asunto', 'Estado', 'Le toca a', 'Desde', 'Vence'])
  const [, first] = within(table).getAllByRole('row')
  expect(first).toHaveTextContent('Ronda 1 del PEP')
  expect(first).toHaveTextContent('Abierta')
  expect(await within(table).findAllByText('IEPC Chiapas')).toHaveLength(2)
  expect(first).toHaveTextContent('mar 12 dic 2017, 09:00')
  expect(first).toHaveTextContent('lun 25 dic 2017, 24:00quedan 11 días')
  expect(screen.getByRole('img', { name: '2 por atender' })).toBeVisible()
})

test('"Siguiente" leads to the first that waits for me', async () => {
  const mine = [aTurnRow({ recordId: sampleId(7) }), aTurnRow({ recordId: sampleId(8) })]
  renderRoute('/', { actor, stubs: { turn: { mine: () => aMyTurn({ mine }) } } })
  expect(await screen.findByRole('link', { name: 'Siguiente' })).toHaveAttribute('href', `/rondas/${sampleId(7)}`)
})

test('says when nothing waits, and offers nothing to open', async () => {
  renderRoute('/', { actor })
  expect(await screen.findByText('Nada espera por usted')).toBeVisible()
  expect(screen.getByText('Nada vence en los próximos cinco días')).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Siguiente' })).not.toBeInTheDocument()
})

test('what I wait for names who must act', async () => {
  const waiting = [aTurnRow({ turn: aTurn({ organisationId: 'jal', role: 'opl_head', reason: 'approve_and_send' }) })]
  renderRoute('/', {
    actor: anActor('derfe_coordinator', 'derfe'),
    stubs: { turn: { mine: () => aMyTurn({ waiting }) } },
  })
  const table = await screen.findByRole('table', { name: 'Espero de otros' })
  await within(table).findByText('IEPC Jalisco')
  expect(table).toHaveTextContent('IEPC JaliscoTitular OPL: Aprobar y enviar')
})

test('a refusal is said in words and can be asked again', async () => {
  let answers = 0
  const { user } = renderRoute('/', {
    actor,
    stubs: {
      turn: {
        mine: () => {
          if (answers++ < 1) throw new StubRefusal({ code: 'TOO_MANY_REQUESTS' })
          return aMyTurn()
        },
      },
    },
  })
  expect(await screen.findByRole('alert')).toHaveTextContent('Espere un minuto')
  await user.click(screen.getByRole('button', { name: 'Reintentar' }))
  expect(await screen.findByText('Nada espera por usted')).toBeVisible()
})

test('without an appointment the screen says so instead of an empty portal', async () => {
  renderRoute('/', { session: { withoutAppointment: true } })
  expect(await screen.findByRole('heading', { name: 'Su cuenta no tiene un nombramiento vigente' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Salir' })).toBeVisible()
})

test('a bug shows the id under which the log has it', async () => {
  const mine = () => {
    throw new Error('a bug')
  }
  renderRoute('/', { actor, stubs: { turn: { mine } } })
  expect(await screen.findByRole('alert')).toHaveTextContent('Folio de error: req-7f3a')
})
