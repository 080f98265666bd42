import { expect, test } from 'vitest'
import { wordChanges } from './word-changes.ts'

const read = (before: string, after: string) => wordChanges(before, after).map(({ kind, text }) => [kind, text])

test('words are compared whole, numbers with their separators too', () => {
  expect(read('Son 1,250 sobres', 'Son 1,350 sobres')).toEqual([
    ['same', 'Son '],
    ['removed', '1,250'],
    ['added', '1,350'],
    ['same', ' sobres'],
  ])
  expect(read('extranjero', 'extranjera')).toEqual([
    ['removed', 'extranjero'],
    ['added', 'extranjera'],
  ])
})

test('one letter written in two ways is one letter', () => {
  expect(read('emisión', 'emisio\u0301n')).toEqual([['same', 'emisión']])
})

test('texts that have nothing in common are told as two texts, in no time', () => {
  const text = (word: string) => Array.from({ length: 6000 }, (_, at) => `${word}${at}`).join(' ')
  expect(wordChanges(text('uno'), text('otro')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
})
