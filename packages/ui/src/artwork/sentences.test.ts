import { expect, test } from 'vitest'
import { shiftSentence, sizeSentence } from './sentences.ts'

const NAMES = ['la versión 1', 'la versión 2'] as const

test('a page that went aside says how far, in millimetres', () => {
  expect(shiftSentence({ right: 6, down: -12 }, 150)).toBe(
    'Toda la página se desplazó 1.0 mm a la derecha y 2.0 mm hacia arriba.',
  )
  expect(shiftSentence({ right: -6, down: 0 }, 150)).toBe('Toda la página se desplazó 1.0 mm a la izquierda.')
  expect(shiftSentence({ right: 0, down: 0 }, 150)).toBeNull()
})

test('a page of another size says both', () => {
  const page = { width: 720, height: 360 }
  expect(sizeSentence(page, { width: 720.1, height: 360 }, NAMES)).toBeNull()
  expect(sizeSentence(page, { width: 720, height: 396 }, NAMES)).toContain('254.0 × 139.7 mm en la versión 2')
})
