import type { AccessState, AppointmentState } from '@portal/contracts'
import type { Tone } from '@portal/ui'
import {
  IconBuildingCommunity,
  IconCalendarClock,
  IconCircleCheck,
  IconCircleOff,
  IconKey,
  IconKeyOff,
  IconLink,
  type Icon,
} from '@tabler/icons-react'

type Sign = { icon: Icon; tone: Tone; label: string }

export const STATE_SIGNS = {
  in_force: { icon: IconCircleCheck, tone: 'good', label: 'Vigente' },
  future: { icon: IconCalendarClock, tone: 'active', label: 'Por iniciar' },
  over: { icon: IconCircleOff, tone: 'neutral', label: 'Terminado' },
} as const satisfies Record<AppointmentState, Sign>

export const ACCESS_SIGNS = {
  active: { icon: IconKey, tone: 'neutral', label: 'Con acceso' },
  provider: { icon: IconBuildingCommunity, tone: 'neutral', label: 'Con su institución' },
  invited: { icon: IconLink, tone: 'active', label: 'Con enlace por usar' },
  none: { icon: IconKeyOff, tone: 'warn', label: 'Sin acceso' },
} as const satisfies Record<AccessState, Sign>
