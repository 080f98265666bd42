import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'

const TICK_MS = 30_000

const Now = createContext<string | null>(null)

/**
 * The product's clock on screen. It need not be the browser's: the demonstration runs in December 2017, and browsers are
 * wrong by minutes. `serverNow` is what the server said when it was asked; from there the browser only counts on.
 */
export function ClockProvider({ serverNow, children }: { serverNow: string | undefined; children: ReactNode }) {
  const ahead = useMemo(() => (serverNow === undefined ? 0 : Date.parse(serverNow) - Date.now()), [serverNow])
  const [browserMs, setBrowserMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setBrowserMs(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  // Where the offset is younger than the last tick, the tick would show a moment before the server's.
  const now = serverNow === undefined ? browserMs + ahead : Math.max(browserMs + ahead, Date.parse(serverNow))
  return <Now value={new Date(now).toISOString()}>{children}</Now>
}

/** The product's time as an ISO instant; renders again every 30 seconds. */
export function useNow(): string {
  const now = use(Now)
  if (now === null) throw new Error('useNow needs a ClockProvider')
  return now
}
