import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { command, needed, text } from './command.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })

describe('text that a person typed', () => {
  it('is tidied once: tidying it again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const tidy = text(1000).parse(typed)
        expect(text(1000).parse(tidy)).toBe(tidy)
        expect(tidy).toBe(tidy.toWellFormed().normalize('NFC').trim())
      }),
    )
  })

  it('keeps its lines and tabs, and loses what no screen shows', () => {
    expect(text(100).parse(' a)\tuno\r\nb)\u0000 dos\u0007 \n')).toBe('a)\tuno\r\nb) dos')
  })

  it('joins an accent to its letter and mends half a character, which PostgreSQL would refuse', () => {
    expect(text(100).parse('publicacio\u0301n')).toBe('publicación')
    expect(text(100).parse('a\ud83d')).toBe('a\ufffd')
  })

  it('is measured as it was typed', () => {
    expect(text(3).safeParse('   a').success).toBe(false)
  })

  it('is missing where it is needed and only blanks were typed', () => {
    for (const blank of ['', '  ', '\n\t', '\u0000']) expect(needed(100).safeParse(blank).success, blank).toBe(false)
  })
})

it('a command without its key, or without the version that was seen, is none', () => {
  const Command = command({ reason: needed(100) })
  const whole = { key: '0198a1d2-0000-7000-8000-000000000000', seen: 1, reason: 'Se pide.' }
  expect(Command.safeParse(whole).success).toBe(true)
  for (const part of [{ key: 'x' }, { seen: 0 }, { seen: 1.5 }, { reason: ' ' }]) {
    expect(Command.safeParse({ ...whole, ...part }).success, JSON.stringify(part)).toBe(false)
  }
})
