import { anActor, aDone, sampleId } from '@portal/samples'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import type { Stubs } from '../../testing/stub-api.ts'
import { aDesk, received } from './testing/a-desk.ts'

beforeEach(() => localStorage.clear())

const URL = `/rondas/${sampleId(1)}/resolver`
const coordinator = anActor('derfe_coordinator', 'derfe')
const AREAS = [{ id: 'deceyec', shortName: 'DECEyEC', name: 'Capacitación' }]
const referral = {
  organisationId: 'deceyec',
  instruction: 'Opine sobre la redacción',
  by: { id: 'x', name: 'Marisol Quintero' },
  at: '2017-12-28T16:00:00.000Z',
}

const heading = (number: number) =>
  screen.findByText(new RegExp(`^Observación ${number} de`), { selector: 'h2' }, { timeout: 15_000 })
const box = (number: number) => screen.getByLabelText(`Elegir la No. ${number}`)
const withActs = (stubs: Stubs, observations: Stubs['observations']): Stubs => ({
  ...stubs,
  observations: { ...stubs.observations, areas: () => AREAS, ...observations },
})

test('a range is chosen with Shift and handed to an area in one act', async () => {
  const rows = [1, 2, 3, 4].map((number) => received(number, { allowed: ['dispose', 'refer'] }))
  const { stubs } = aDesk(rows)
  const referred: unknown[] = []
  const refer = ({ key: _key, ...input }: object & { key: string }) => {
    referred.push(input)
    return aDone()
  }
  const { user } = renderRoute(URL, { actor: coordinator, stubs: withActs(stubs, { refer }) })
  await heading(1)
  await user.click(box(2))
  await user.keyboard('{Shift>}')
  await user.click(box(4))
  await user.keyboard('{/Shift}')
  expect(screen.getByText('3 elegidas')).toBeVisible()

  const many = screen.getByRole('group', { name: 'Varias a la vez' })
  await user.click(within(many).getByText('Turnar a un área'))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByLabelText('Área', { selector: 'input' }))
  await user.click(await screen.findByText('DECEyEC · Capacitación'))
  await user.type(within(dialog).getByLabelText('Qué se pide'), 'Opine')
  await user.click(within(dialog).getByText('Turnar'))
  const observations = [102, 103, 104].map((id) => ({ id: sampleId(id), seen: 1 }))
  const roundId = rows[0]?.roundId
  await waitFor(() =>
    expect(referred).toEqual([{ roundId, observations, organisationId: 'deceyec', instruction: 'Opine' }]),
  )
  await waitFor(() => expect(screen.queryByText('3 elegidas')).not.toBeInTheDocument())
})

test('all that the filters leave are chosen at once, and let go again', async () => {
  const { stubs } = aDesk([1, 2, 3].map((number) => received(number, { allowed: ['dispose', 'refer'] })))
  const { user } = renderRoute(URL, { actor: coordinator, stubs })
  await heading(1)
  await user.click(screen.getByText('Elegir todas las de la lista'))
  expect(await screen.findByText('3 elegidas')).toBeVisible()
  await user.click(screen.getByText('Quitar la selección'))
  expect(screen.queryByText('3 elegidas')).not.toBeInTheDocument()
})

test('what is with an area says so, is not decided here, and is taken back with a reason', async () => {
  const { stubs } = aDesk([received(1, { status: 'referred', referral, allowed: ['recall'] })])
  const recalled: unknown[] = []
  const recall = ({ reason, observations }: { reason: string; observations: unknown }) => {
    recalled.push({ reason, observations })
    return aDone()
  }
  const { user } = renderRoute(URL, { actor: coordinator, stubs: withActs(stubs, { recall }) })
  await heading(1)
  const section = screen.getByRole('region', { name: 'Turno a un área' })
  expect(section).toHaveTextContent(/Turnada a DECEYEC.*Opine sobre la redacción.*Marisol Quintero/)
  expect(screen.queryByText('Guardar propuesta')).not.toBeInTheDocument()
  await user.click(within(section).getByText('Retirar del área'))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByLabelText('Por qué se retira'), 'Se resuelve aquí')
  await user.click(within(dialog).getByRole('button', { name: 'Retirar del área' }))
  const observations = [{ id: sampleId(101), seen: 1 }]
  await waitFor(() => expect(recalled).toEqual([{ reason: 'Se resuelve aquí', observations }]))
})

test('an area answers what it was asked: incompletely nothing is sent, and nothing is chosen for many', async () => {
  const referrals = [{ organisationId: 'deoe', pending: 1, answered: 2, since: referral.at }]
  const { stubs } = aDesk([received(1, { status: 'referred', referral, allowed: ['answer_referral'] })])
  const answered: unknown[] = []
  const area = withActs(stubs, {
    answerReferral: ({ id, outcome }) => {
      answered.push({ id, outcome })
      return aDone({ recordId: id })
    },
  })
  const get = async (input: { id: string }) => {
    const round = await stubs.rounds?.get?.(input)
    if (!round) throw new Error('there is no round')
    return { ...round, withoutOutcome: null, referrals, allowed: [] }
  }
  const { user } = renderRoute(URL, {
    actor: anActor('deoe_reviewer', 'deoe'),
    stubs: { ...area, rounds: { ...stubs.rounds, get } },
  })
  await heading(1)
  expect(screen.getByText('Observaciones turnadas a su área')).toBeVisible()
  expect(screen.getByText('2 de 3 contestadas')).toBeVisible()
  expect(screen.queryByText('Elegir todas las de la lista')).not.toBeInTheDocument()
  await user.keyboard('3{Control>}{Enter}{/Control}')
  expect(await screen.findByText('Falta la razón.')).toBeVisible()
  expect(answered).toEqual([])
  await user.type(screen.getByLabelText('Razón'), 'La norma no lo permite.')
  await user.click(screen.getByText('Enviar a la DERFE'))
  const outcome = { disposition: 'rejected', reason: 'La norma no lo permite.', agreedText: '', answeredBy: null }
  await waitFor(() => expect(answered).toEqual([{ id: sampleId(101), outcome }]))
})
