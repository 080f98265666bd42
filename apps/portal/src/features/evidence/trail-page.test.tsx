import { anActor, anEvent, sampleId } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'

const actor = anActor('auditor', 'derfe')
const url = `/bitacora/${sampleId(1)}`
const trailChoices = () => ({ people: [{ id: 'p1', name: 'Nayeli Gordillo Ruiz' }], verbs: ['rounds.open'] })
const intact = { intact: true, events: 2, broken: null }

test('shows who did what, in which role, why, and with which receipt; more on request', async () => {
  const first = anEvent({ id: '1', seq: 1, reason: 'Según el calendario' })
  const closing = { verb: 'rounds.close', person: null, role: 'system', organisation: null, folio: null, code: null }
  const second = anEvent({ id: '2', seq: 2, ...closing })
  const { user } = renderRoute(url, {
    actor,
    stubs: {
      evidence: {
        check: () => intact,
        trailChoices,
        trail: ({ cursor }) => (cursor === 'next' ? { rows: [second], next: null } : { rows: [first], next: 'next' }),
      },
    },
  })
  const table = await screen.findByRole('table', { name: 'Actos' })
  const row = within(table).getByRole('row', { name: /Abrió la ronda/ })
  expect(row).toHaveTextContent('Marisol Quintero ÁvilaCoordinación DERFE')
  expect(row).toHaveTextContent('Según el calendario')
  expect(within(row).getByRole('link', { name: 'ACU/DERFE/2017/0001' })).toHaveAttribute(
    'href',
    '/verificar/Zm9saW8tZGUtcHJ1ZWJh',
  )
  await user.click(screen.getByRole('button', { name: 'Cargar más' }))
  expect(await within(table).findByRole('row', { name: /Cerró la ronda al vencer/ })).toHaveTextContent('El portal')
  expect(screen.getByText('Se muestran 2; no hay más.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Descargar expediente' })).toHaveAttribute(
    'href',
    `/exports/records/${sampleId(1)}/expediente.zip`,
  )
  expect(screen.getByText(/Bitácora íntegra: 2 actos comprobados/)).toBeVisible()
})

test('a changed event is named', async () => {
  const broken = { intact: false, events: 2, broken: { seq: 2, reason: 'la huella no coincide' } }
  renderRoute(url, {
    actor,
    stubs: { evidence: { check: () => broken, trailChoices, trail: () => ({ rows: [anEvent()], next: null }) } },
  })
  expect(await screen.findByRole('alert')).toHaveTextContent('en el acto número 2: la huella no coincide')
})

test('the filters of the address are asked for, exported and taken away', async () => {
  const asked: unknown[] = []
  const trail = (input: object) => {
    asked.push(input)
    return { rows: [], next: null }
  }
  const { user } = renderRoute(`${url}?persona=p1&desde=2017-12-15&acto=rounds.open&hasta=ayer`, {
    actor,
    stubs: { evidence: { check: () => intact, trailChoices, trail } },
  })
  expect(await screen.findByText('Ningún acto coincide')).toBeVisible()
  expect(asked.at(-1)).toMatchObject({ personId: 'p1', verb: 'rounds.open', from: '2017-12-15', until: null })
  expect(screen.getByRole('link', { name: 'Descargar en CSV' })).toHaveAttribute(
    'href',
    `/exports/records/${sampleId(1)}/acts.csv?personId=p1&verb=rounds.open&from=2017-12-15`,
  )
  await user.click(screen.getByRole('button', { name: 'Quitar filtros' }))
  await expect.poll(() => asked.at(-1)).toMatchObject({ personId: null, verb: null, from: null })
})
