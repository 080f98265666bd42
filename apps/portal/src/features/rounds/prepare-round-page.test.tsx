import type { ApiInputs } from '@portal/api'
import { anActor, aDone, aResponse, aRound, aRoundRow, aVersion, ORGANISATIONS, sampleId } from '@portal/samples'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { StubRefusal, type Stubs } from '../../testing/stub-api.ts'

const actor = anActor('derfe_coordinator', 'derfe')
const URL = `/versiones/${sampleId(20)}/ronda`
const OPL = Object.values(ORGANISATIONS).filter(({ kind }) => kind === 'opl')
const CALENDAR = { weekdaysOff: [], holidays: [], legalBasis: 'LGIPE, artículo 97' }

const calendar: NonNullable<Stubs['calendar']> = {
  list: () => [
    { ...CALENDAR, key: 'electoral_process', name: 'Proceso electoral', electoralProcess: true },
    { ...CALENDAR, key: 'ordinary', name: 'Fuera de proceso', electoralProcess: false },
  ],
  previewDue: ({ rule: { amount } }) => {
    if (amount > 365) throw new StubRefusal({ code: 'AMOUNT_OUT_OF_RANGE', amount, least: 1, most: 365 })
    return {
      due: amount === 10 ? '2017-12-25T06:00:00.000Z' : '2017-12-20T06:00:00.000Z',
      explanation: [`El plazo es de ${amount} días naturales.`],
    }
  },
}
const specifications: NonNullable<Stubs['specifications']> = {
  version: () => aVersion({ status: 'draft', recordVersion: 6, mayPrepareRound: true }),
}

test('the seven OPL are chosen from the start, in the official order, and the plan is saved', async () => {
  const prepared: ApiInputs['rounds']['prepare'][] = []
  const { user, router } = renderRoute(URL, {
    actor,
    stubs: {
      calendar,
      specifications,
      rounds: {
        prepare: (input) => {
          prepared.push(input)
          return aDone({ recordId: sampleId(2) })
        },
        get: () => aRound({ id: sampleId(2), status: 'preparing' }),
      },
    },
  })
  const group = await screen.findByRole('group', { name: 'Destinatarios: 7 de 7 OPL' }, { timeout: 15_000 })
  const boxes = within(group).getAllByRole('checkbox')
  expect(boxes).toHaveLength(7)
  expect(boxes.every((box) => (box as HTMLInputElement).checked)).toBe(true)

  await user.click(within(group).getByLabelText('IEPC Jalisco'))
  await user.click(within(group).getByLabelText('IEPC Chiapas'))
  await user.click(within(group).getByLabelText('IEPC Chiapas'))
  await user.type(screen.getByLabelText('Mensaje a los OPL'), 'Revisen el numeral 2.')
  await user.click(screen.getByText('Preparar la ronda'))

  await waitFor(() => expect(router.state.location.pathname).toBe(`/rondas/${sampleId(2)}`))
  expect(prepared).toEqual([
    {
      key: expect.any(String) as string,
      versionId: sampleId(20),
      seen: 6,
      recipients: OPL.map(({ id }) => id).filter((id) => id !== 'jal'),
      rule: { amount: 10, kind: 'natural_days' },
      calendarKey: 'electoral_process',
      visibility: 'after_publication',
      conformity: null,
      message: 'Revisen el numeral 2.',
    },
  ])
})

test('the due date follows what one types, with its reasons; a refused amount is said at its field', async () => {
  const { user } = renderRoute(URL, { actor, stubs: { calendar, specifications } })
  expect(await screen.findByText('dom 24 dic 2017, 24:00', {}, { timeout: 15_000 })).toBeVisible()
  const amount = screen.getByLabelText('Plazo')
  await user.clear(amount)
  expect(await screen.findByText(/Indique el plazo/)).toBeVisible()
  await user.type(amount, '5')
  expect(await screen.findByText('mar 19 dic 2017, 24:00')).toBeVisible()
  expect(screen.getByText('El plazo es de 5 días naturales.')).toBeVisible()
  await user.type(amount, '000')
  await waitFor(() => expect(amount).toHaveAccessibleDescription(/entre 1 y 365/))
})

test('a round to nobody is not prepared', async () => {
  const { user } = renderRoute(URL, { actor, stubs: { calendar, specifications } })
  await user.click(await screen.findByText('Quitar todos', {}, { timeout: 15_000 }))
  await user.click(screen.getByText('Preparar la ronda'))
  expect(screen.getByRole('group', { name: 'Destinatarios: 0 de 7 OPL' })).toHaveAccessibleDescription(
    'Elija al menos un OPL.',
  )
})

test('a version with a round under way leads to it', async () => {
  const version = () => aVersion({ rounds: [aRoundRow({ id: sampleId(9), number: 3 })] })
  renderRoute(URL, { actor, stubs: { specifications: { version } } })
  expect(await screen.findByText('Ver la ronda 3', {}, { timeout: 15_000 })).toHaveAttribute(
    'href',
    `/rondas/${sampleId(9)}`,
  )
})

test('opening names its consequence, and a refusal is said in place', async () => {
  const round = aRound({
    status: 'preparing',
    ownResponseId: null,
    due: null,
    deadlines: [],
    responses: [aResponse(), aResponse({ id: sampleId(11), organisation: ORGANISATIONS.jal })],
    allowed: ['edit', 'open'],
  })
  const open = () => {
    throw new StubRefusal({ code: 'NO_CLAUSES' })
  }
  const { user } = renderRoute(`/rondas/${sampleId(1)}`, {
    actor,
    stubs: { calendar, rounds: { get: () => round, open } },
  })
  await user.click(await screen.findByRole('button', { name: 'Abrir la ronda' }, { timeout: 15_000 }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent(
    /Se notifica a IEPC Chiapas y IEPC Jalisco|Se notifica a IEPC Chiapas e IEPC Jalisco/,
  )
  expect(dialog).toHaveTextContent('corre su plazo de 10 días naturales')
  await user.click(within(dialog).getByRole('button', { name: 'Abrir la ronda' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('La versión no tiene numerales')
})
