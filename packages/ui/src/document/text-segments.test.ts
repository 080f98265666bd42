import type { Mark } from '@portal/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentsOf } from './text-segments.ts'

test('cuts at marks and highlights, each piece with its own look', () => {
  const marks: Mark[] = [
    { kind: 'bold', start: 0, end: 6 },
    { kind: 'link', start: 3, end: 9, href: 'https://ine.mx' },
  ]
  const highlight = { id: 'o1', start: 5, end: 8, label: 'Observación 1', selected: false }
  const segments = segmentsOf('Sobre-PEP.', marks, [highlight])
  expect(segments.map((segment) => segment.text)).toEqual(['Sob', 're', '-', 'PE', 'P', '.'])
  expect(segments.map((segment) => segment.bold)).toEqual([true, true, true, false, false, false])
  expect(segments.map((segment) => segment.href !== null)).toEqual([false, true, true, true, true, false])
  expect(segments.map((segment) => segment.highlights.length)).toEqual([0, 0, 1, 1, 0, 0])
})

test('loses no character, whatever the marks', () => {
  const stretch = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(stretch), (text, stretches) => {
      const marks = stretches.map((one): Mark => ({ kind: 'italic', ...one }))
      const segments = segmentsOf(text, marks, [])
      expect(segments.map((segment) => segment.text).join('')).toBe(text)
    }),
  )
})
