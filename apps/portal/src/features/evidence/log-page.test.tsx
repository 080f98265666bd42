import { anActor, anEvent } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'

const actor = anActor('auditor', 'derfe')
const choices = { people: [{ id: 'p1', name: 'Nayeli Gordillo Ruiz' }], verbs: ['rounds.extend', 'rounds.open'] }

test('the filters of the address are asked for, exported and taken away', async () => {
  const asked: object[] = []
  const { user } = renderRoute('/bitacora?persona=p1&acto=rounds.open&desde=2017-12-01&hasta=ayer&registro=nada', {
    actor,
    stubs: {
      evidence: {
        logChoices: () => choices,
        log: (input) => {
          asked.push(input)
          return { rows: [anEvent()], next: null }
        },
      },
    },
  })
  const table = await screen.findByRole('table', { name: 'Actos' })
  expect(asked.at(-1)).toMatchObject({
    personId: 'p1',
    verb: 'rounds.open',
    from: '2017-12-01',
    until: null,
    recordKind: null,
    organisationId: null,
  })
  expect(screen.getByRole('link', { name: 'Descargar en CSV' })).toHaveAttribute(
    'href',
    '/exports/log.csv?personId=p1&verb=rounds.open&from=2017-12-01',
  )
  expect(await screen.findByDisplayValue('Abrió la ronda')).toBeVisible()
  expect(within(table).getByRole('link', { name: 'Ronda' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/bitacora\//),
  )
  await user.click(screen.getByRole('button', { name: 'Quitar filtros' }))
  expect(await screen.findByRole('link', { name: 'Descargar en CSV' })).toHaveAttribute('href', '/exports/log.csv')
  expect(asked.at(-1)).toMatchObject({ personId: null, verb: null, from: null })
})

test('says so where no act coincides', async () => {
  renderRoute('/bitacora?desde=2030-01-01', {
    actor,
    stubs: { evidence: { logChoices: () => choices, log: () => ({ rows: [], next: null }) } },
  })
  expect(await screen.findByText('Ningún acto coincide')).toBeVisible()
})
