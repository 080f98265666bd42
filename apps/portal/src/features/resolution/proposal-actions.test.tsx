import type { RoundCommandKind } from '@portal/domain'
import { anActor, aDone, aResponse, aRound, ORGANISATIONS, sampleId } from '@portal/samples'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { StubRefusal } from '../../testing/stub-api.ts'
import { aDesk, received } from './testing/a-desk.ts'

beforeEach(() => localStorage.clear())

const ROUND = sampleId(1)
const URL = `/rondas/${ROUND}/resolver`
const coordinator = anActor('derfe_coordinator', 'derfe')

test('a refused proposal says what is still missing', async () => {
  const { stubs } = aDesk([received(1)], { allowed: ['dispose', 'propose'] })
  const { user } = renderRoute(URL, {
    actor: coordinator,
    stubs: {
      ...stubs,
      rounds: {
        ...stubs.rounds,
        propose: () => {
          throw new StubRefusal({ code: 'OUTCOMES_MISSING', count: 2 })
        },
      },
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Proponer a la titular' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent('Mientras tanto no se puede cambiar')
  await user.click(within(dialog).getByRole('button', { name: 'Proponer a la titular' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Falta resolver 2 observaciones')
})

const head = anActor('derfe_head', 'derfe')
const proposed = received(1, {
  status: 'proposed',
  allowed: [],
  outcome: { disposition: 'rejected', reason: 'No lo permite la norma.', agreedText: '', answeredBy: null },
})
const validating = (allowed: RoundCommandKind[]) => ({ status: 'validating' as const, allowed })

test('the head reads the proposal and returns it with a reason', async () => {
  const { stubs } = aDesk([proposed], validating(['validate', 'return']))
  const returned: string[] = []
  const { user } = renderRoute(URL, {
    actor: head,
    stubs: {
      ...stubs,
      rounds: {
        ...stubs.rounds,
        returnProposal: ({ reason }) => {
          returned.push(reason)
          return aDone()
        },
      },
    },
  })
  await screen.findByText('No lo permite la norma.', {}, { timeout: 15_000 })
  expect(screen.getByRole('region', { name: 'Propuesta' })).toHaveTextContent('No lo permite la norma.')
  expect(screen.queryByRole('button', { name: 'Guardar propuesta' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Devolver' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Devolver' }))
  expect(within(dialog).getByText('Escriba la razón.')).toBeVisible()
  await user.type(within(dialog).getByRole('textbox', { name: 'Qué hay que corregir' }), 'Falta el fundamento')
  await user.click(within(dialog).getByRole('button', { name: 'Devolver' }))
  await waitFor(() => expect(returned).toEqual(['Falta el fundamento']))
})

test('who proposed is told why they can’t validate', async () => {
  const { stubs } = aDesk([proposed], validating(['return']))
  renderRoute(URL, { actor: head, stubs })
  expect(await screen.findByText(/validarlas corresponde a otra persona/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Validar y publicar la matriz' })).not.toBeInTheDocument()
})

test('a late answer is admitted with a reason', async () => {
  const late = aResponse({
    id: sampleId(12),
    organisation: ORGANISATIONS.pue,
    status: 'late',
    observations: 2,
    lateReason: 'Falló la red.',
    recordVersion: 5,
  })
  const judged: unknown[] = []
  const { stubs } = aDesk([received(1)], { responses: [late], allowed: ['dispose', 'judge_late'] })
  const { user } = renderRoute(URL, {
    actor: coordinator,
    stubs: {
      ...stubs,
      rounds: {
        ...stubs.rounds,
        judgeLate: ({ key: _key, ...input }) => {
          judged.push(input)
          return aDone()
        },
      },
    },
  })
  const section = await screen.findByRole('region', { name: 'Respuestas fuera de plazo por decidir' })
  expect(section).toHaveTextContent('IEE Puebla presentó 2 observaciones. Razón: Falló la red.')
  await user.click(within(section).getByRole('button', { name: 'Admitir la de IEE Puebla' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox', { name: 'Por qué se admite' }), 'Consta la falla')
  await user.click(within(dialog).getByRole('button', { name: 'Admitir' }))
  await waitFor(() =>
    expect(judged).toEqual([
      { roundId: ROUND, responseId: sampleId(12), seen: 5, admit: true, reason: 'Consta la falla' },
    ]),
  )
})

test('an OPL finds nothing here before the matrix is published', async () => {
  renderRoute(URL, {
    actor: anActor('opl_liaison', 'chis'),
    stubs: { rounds: { get: () => aRound({ status: 'resolving', withoutOutcome: null }) } },
  })
  expect(await screen.findByText('Todavía no hay nada que resolver aquí')).toBeVisible()
})
