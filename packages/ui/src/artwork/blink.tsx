import { Button, Group } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { useEffect, useState, type ReactNode } from 'react'

/** Slower than one flash in a second: nobody is hurt by it (WCAG 2.3.1), and it can be stopped. */
const EVERY_MS = 1200

/** One version in the place of the other: by a button, or by itself where the person's system does not ask for rest. */
export function Blink({
  names,
  children,
}: {
  names: readonly [string, string]
  children: (second: boolean) => ReactNode
}) {
  const [second, setSecond] = useState(false)
  const [running, setRunning] = useState(false)
  const still = useReducedMotion()
  useEffect(() => {
    if (!running || still) return
    const timer = setInterval(() => setSecond((shown) => !shown), EVERY_MS)
    return () => clearInterval(timer)
  }, [running, still])
  return (
    <>
      <Group gap="xs" mb="xs">
        <Button size="compact-sm" onClick={() => setSecond(!second)}>
          Ver {second ? names[0] : names[1]}
        </Button>
        {!still && (
          <Button size="compact-sm" variant="default" aria-pressed={running} onClick={() => setRunning(!running)}>
            {running ? 'Detener' : 'Alternar automáticamente'}
          </Button>
        )}
      </Group>
      {children(second)}
    </>
  )
}
