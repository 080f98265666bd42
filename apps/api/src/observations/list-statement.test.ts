import { ListObservationsInput } from '@portal/contracts'
import { DISPOSITIONS, OBSERVATION_STATUSES } from '@portal/domain'
import { expect, test } from 'vitest'
import type { ObservationScope } from '../rounds/exports.ts'
import { listStatement } from './list-statement.ts'

const ROUND = '019400c8-0000-7000-8000-000000000001'
const SCOPES: ObservationScope[] = ['everything', 'received', 'referred', 'published', 'own']
const statementOf = (scope: ObservationScope, filter: object) =>
  listStatement('opened', scope, ListObservationsInput.parse({ roundId: ROUND, ...filter })).statement

test('statements that differ have different names, and PostgreSQL keeps the whole of each', () => {
  const names = new Map<string, string>()
  const filters = [undefined, ...OBSERVATION_STATUSES].flatMap((status) =>
    [undefined, 'none', ...DISPOSITIONS].flatMap((disposition) =>
      [50, 200].map((limit) => ({ status, disposition, limit })),
    ),
  )
  for (const scope of SCOPES) {
    for (const filter of [...filters, { type: 'form' }, { organisationId: 'jal' }, { clauseId: ROUND }]) {
      const { name, text } = statementOf(scope, filter)
      // Beyond 63 characters PostgreSQL cuts a name off, and two of them become one.
      expect(name.length).toBeLessThanOrEqual(63)
      expect(names.get(name) ?? text, name).toBe(text)
      names.set(name, text)
    }
  }
  expect(names.size).toBe(SCOPES.length * (filters.length + 3))
})

test('combinations that nobody uses every day are not kept for ever', () => {
  const filter = { type: 'form', organisationId: 'jal', status: 'received' }
  expect(statementOf('received', filter).name).toBe('')
})
