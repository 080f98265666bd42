import { Notifications } from '@mantine/notifications'
import { Outlet } from '@tanstack/react-router'
import { ClockProvider } from '../lib/clock.tsx'
import { useClockReading } from '../lib/session.tsx'
import { useHeadingFocus } from './heading-focus.ts'

export function RootLayout() {
  useHeadingFocus()
  const reading = useClockReading()
  return (
    <ClockProvider reading={reading}>
      <Outlet />
      <Notifications position="bottom-right" limit={4} />
    </ClockProvider>
  )
}
