import { formatDue, formatTimeLeft, semaphoreOf, type SemaphoreLevel } from '@portal/domain'
import {
  IconAlertOctagonFilled,
  IconAlertTriangleFilled,
  IconCircleCheck,
  IconClockExclamation,
  IconClockHour4,
  type Icon,
} from '@tabler/icons-react'
import { StatusBadge, type Tone } from './status-badge.tsx'

const SIGNS = {
  overdue: { icon: IconAlertOctagonFilled, tone: 'bad' },
  today: { icon: IconClockExclamation, tone: 'bad' },
  red: { icon: IconAlertTriangleFilled, tone: 'bad' },
  amber: { icon: IconClockHour4, tone: 'warn' },
  green: { icon: IconCircleCheck, tone: 'good' },
} as const satisfies Record<SemaphoreLevel, { icon: Icon; tone: Tone }>

/** How much time is left. `now` is the product's time, never the browser's. */
export const Semaphore = ({ due, now, plain = false }: { due: string; now: string; plain?: boolean }) => (
  <StatusBadge {...SIGNS[semaphoreOf(due, now).level]} label={formatTimeLeft(due, now)} plain={plain} />
)

/** The due instant with its semaphore, as the column "Vence" shows it. */
export function DueCell({ due, now }: { due: string | null; now: string }) {
  if (due === null) return <span className="ui-quiet">Sin plazo</span>
  return (
    <span className="ui-due">
      <time dateTime={due}>{formatDue(due)}</time>
      <Semaphore due={due} now={now} plain />
    </span>
  )
}
