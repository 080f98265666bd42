import type { ApiInputs } from '@portal/api'
import { aClause, anActor, anObservation, aResponse, aRound, aVersion, sampleId } from '@portal/samples'
import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'

const RESPONSE = sampleId(10)
const TARGET = { kind: 'clause', clauseId: sampleId(50) } as const
const KEY = `observacion/${RESPONSE}/nueva/${JSON.stringify(TARGET)}`
const WRITTEN = {
  target: TARGET,
  type: 'form',
  says: 'a',
  shouldSay: 'b',
  rationale: 'Sin red',
  legalBasis: '',
} as const

beforeEach(() => localStorage.clear())

test('what was written without a connection is there after the tab was closed, says where, and reaches the portal', async () => {
  localStorage.setItem(KEY, JSON.stringify(WRITTEN))
  // Of another answer, on a computer that several people use.
  localStorage.setItem(`observacion/${sampleId(11)}/nueva/${JSON.stringify(TARGET)}`, JSON.stringify(WRITTEN))
  const saved: ApiInputs['observations']['save'][] = []
  const { user } = renderRoute(`/rondas/${sampleId(1)}`, {
    actor: anActor('opl_liaison', 'chis'),
    stubs: {
      rounds: {
        get: () =>
          aRound({
            id: sampleId(1),
            ownResponseId: RESPONSE,
            responses: [aResponse({ id: RESPONSE, status: 'drafting', allowed: ['save_observation'] })],
          }),
      },
      specifications: { version: () => aVersion({ clauses: [aClause({ id: TARGET.clauseId, citation: '2.1' })] }) },
      observations: {
        list: () => ({ rows: saved.length === 0 ? [] : [anObservation()], next: null }),
        save: (input) => {
          saved.push(input)
          return { recordId: sampleId(40), recordVersion: 1, folio: null, code: null }
        },
      },
    },
  })
  expect(
    await screen.findByText('Hay 1 observación guardada sólo en este equipo', {}, { timeout: 15_000 }),
  ).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Continuar la de 2.1' }))
  expect(screen.getByLabelText('Justificación')).toHaveValue('Sin red')
  expect(screen.getByText('Guardado sólo en este equipo; se enviará al portal')).toBeVisible()

  expect(await screen.findByText('Guardado en el portal')).toBeVisible()
  expect(saved[0]).toMatchObject({ id: null, responseId: RESPONSE, ...WRITTEN })
  await waitFor(() => expect(localStorage.getItem(KEY)).toBeNull())
})
