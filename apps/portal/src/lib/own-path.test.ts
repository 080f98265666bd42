import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each([
  ['/rondas/7?vista=tabla', '/rondas/7?vista=tabla'],
  ['/', '/'],
  ['//evil.example/', null],
  ['/\\evil.example', null],
  ['https://evil.example/', null],
  ['javascript:alert(1)', null],
  [undefined, null],
])('%s leads to %s', (path, expected) => {
  expect(ownPath(path)).toBe(expected)
})
