import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ClockProvider, useNow } from './clock.tsx'

const Shown = () => <time>{useNow()}</time>

afterEach(() => {
  vi.useRealTimers()
})

test('counts on from the server’s time, whatever the browser’s clock says', () => {
  vi.useFakeTimers({ now: Date.parse('2026-05-01T12:00:00.000Z') })
  const reading = { serverMs: Date.parse('2017-12-14T16:30:00.000Z'), browserMs: Date.now() }
  render(
    <ClockProvider reading={reading}>
      <Shown />
    </ClockProvider>,
  )
  expect(screen.getByText('2017-12-14T16:30:00.000Z')).toBeVisible()
  act(() => void vi.advanceTimersByTime(60_000))
  expect(screen.getByText('2017-12-14T16:31:00.000Z')).toBeVisible()
})
