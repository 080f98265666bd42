import { Notifications } from '@mantine/notifications'
import { Outlet } from '@tanstack/react-router'
import { ClockProvider } from '../lib/clock.tsx'
import { useSession } from '../lib/session.tsx'
import { useHeadingFocus } from './heading-focus.ts'

export function RootLayout() {
  useHeadingFocus()
  const session = useSession()
  return (
    <ClockProvider serverNow={session?.clock.now}>
      <Outlet />
      <Notifications position="bottom-right" limit={4} />
    </ClockProvider>
  )
}
