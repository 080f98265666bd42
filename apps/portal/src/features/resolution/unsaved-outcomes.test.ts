import { anObservation } from '@portal/samples'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { formOf } from './outcome-form.ts'
import { isOvertaken, isUnsaved, useUnsavedOutcomes } from './unsaved-outcomes.ts'

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

const form = { ...formOf(null), reason: 'A medias' }
const observation = anObservation({ recordVersion: 4 })
const saved = {
  recordVersion: 5,
  outcome: { disposition: 'rejected', reason: 'A medias', agreedText: '', answeredBy: null },
} as const

test('typed on what is on screen: unsaved; saved and not back yet: neither unsaved nor overtaken', () => {
  expect(isUnsaved({ form, on: 4 }, observation)).toBe(true)
  expect(isOvertaken({ form, on: 4 }, observation)).toBe(false)
  expect(isUnsaved({ form, on: 5 }, observation)).toBe(false)
})

test('overtaken by another outcome, not by the same one', () => {
  expect(isOvertaken({ form, on: 4 }, saved)).toBe(true)
  expect(isOvertaken({ form: { ...form, disposition: 'rejected' }, on: 4 }, saved)).toBe(false)
})

test('what goes on being typed stays on the version on which it began, until it is put on another', () => {
  const { result } = renderHook(() => useUnsavedOutcomes('ronda', 'persona'))
  act(() => result.current.put(observation, form))
  act(() => result.current.put({ ...observation, recordVersion: 7 }, { ...form, reason: 'Más' }))
  expect(result.current.entries[observation.id]).toEqual({ form: { ...form, reason: 'Más' }, on: 4 })
  act(() => result.current.rebase(observation.id, 7))
  expect(result.current.entries[observation.id]?.on).toBe(7)
})

test('the browser forgets what the portal has', () => {
  const { result } = renderHook(() => useUnsavedOutcomes('ronda', 'persona'))
  act(() => result.current.put(observation, { ...form, disposition: 'rejected' }))
  expect(localStorage).toHaveLength(1)
  act(() => result.current.settle([observation]))
  expect(localStorage).toHaveLength(1)
  act(() => result.current.settle([{ ...observation, ...saved }]))
  expect(localStorage).toHaveLength(0)
  expect(result.current.entries).toEqual({})
})

test('a browser that keeps nothing is told apart, and the page still has it', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const { result } = renderHook(() => useUnsavedOutcomes('ronda', 'persona'))
  act(() => result.current.put(observation, form))
  expect(result.current.keptByBrowser).toBe(false)
  expect(result.current.entries[observation.id]?.form).toEqual(form)
})

test('something else under the key is left out', () => {
  localStorage.setItem('resolver/persona/ronda/x', '{"form":{"disposition":"maybe"},"on":1}')
  localStorage.setItem('resolver/persona/ronda/y', '{')
  const { result } = renderHook(() => useUnsavedOutcomes('ronda', 'persona'))
  expect(result.current.entries).toEqual({})
})
