import { expect, test } from 'vitest'
import { advisoriesOf } from './advisories.ts'

test('what is known of a package is told', () => {
  const known = {
    severity: 'high',
    module_name: 'a-library',
    title: 'Reads what it should not',
    url: 'https://example.org/1',
  }
  expect(advisoriesOf(JSON.stringify({ advisories: { 1: known }, metadata: {} }))).toEqual([
    { severity: 'high', name: 'a-library', title: 'Reads what it should not', url: 'https://example.org/1' },
  ])
  expect(advisoriesOf(JSON.stringify({ advisories: {}, metadata: {} }))).toEqual([])
})

test.each(['', 'ERR_PNPM_AUDIT_BAD_RESPONSE', '{"error":{"code":"ERR_PNPM_AUDIT_BAD_RESPONSE"}}'])(
  'no answer is not "nothing known": %j',
  (answer) => {
    expect(advisoriesOf(answer)).toBeNull()
  },
)
