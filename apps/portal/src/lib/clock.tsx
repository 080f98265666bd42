import { createContext, use, useEffect, useState, type ReactNode } from 'react'

const TICK_MS = 30_000

const Now = createContext<string | null>(null)

/** One moment on two clocks. */
export type ClockReading = { serverMs: number; browserMs: number }

/**
 * The product's clock on screen. It need not be the browser's: the demonstration runs in December 2017, and browsers are
 * wrong by minutes. From what the server said the browser only counts on.
 */
export function ClockProvider({ reading, children }: { reading: ClockReading | null; children: ReactNode }) {
  const [browserMs, setBrowserMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setBrowserMs(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  // A reading may be younger than the last tick.
  const now =
    reading === null ? browserMs : Math.max(browserMs, reading.browserMs) - reading.browserMs + reading.serverMs
  return <Now value={new Date(now).toISOString()}>{children}</Now>
}

/** The product's time as an ISO instant; renders again every 30 seconds. */
export function useNow(): string {
  const now = use(Now)
  if (now === null) throw new Error('useNow needs a ClockProvider')
  return now
}
