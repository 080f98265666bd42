import { IconCircleFilled, IconCloudOff, IconLoader } from '@tabler/icons-react'
import type { LiveState } from '../lib/live.ts'
import { useLive } from '../lib/use-live.ts'

const SIGNS = {
  connecting: { icon: IconLoader, label: 'Conectando' },
  live: { icon: IconCircleFilled, label: 'En vivo' },
  lost: { icon: IconCloudOff, label: 'Sin conexión, reintentando' },
} as const satisfies Record<LiveState, unknown>

/** Whether what others do reaches this screen by itself. */
export function LiveSign() {
  const state = useLive()
  const { icon: Sign, label } = SIGNS[state]
  return (
    <span className="portal-live" data-state={state} role="status">
      <Sign size={state === 'live' ? 8 : 14} aria-hidden />
      <span>{label}</span>
    </span>
  )
}
