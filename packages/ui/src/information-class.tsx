import {
  formatDate,
  INFORMATION_CLASS_NAMES,
  withheldNotice,
  type Classification,
  type InformationClass,
} from '@portal/domain'
import { IconEyeOff, IconLock, IconWorld, type Icon } from '@tabler/icons-react'
import { StatusBadge, type Tone } from './status-badge.tsx'
import './information-class.css'

const SIGNS = {
  public: { icon: IconWorld, tone: 'neutral' },
  reserved: { icon: IconLock, tone: 'warn' },
  confidential: { icon: IconEyeOff, tone: 'bad' },
} as const satisfies Record<InformationClass, { icon: Icon; tone: Tone }>

/** A class of information by icon and word; with how long, where a classification says so. */
export function InformationClassBadge({ of, until = null }: { of: InformationClass; until?: string | null }) {
  const name = INFORMATION_CLASS_NAMES[of]
  return <StatusBadge {...SIGNS[of]} label={until === null ? name : `${name} hasta ${formatDate(until)}`} plain />
}

/** Stands in the place of a content that the reader may not have. */
export function WithheldNote({ classification }: { classification: Classification }) {
  const { icon: IconOf, tone } = SIGNS[classification.class]
  return (
    <span className={`ui-withheld ui-tone-${tone}`}>
      <IconOf size={16} aria-hidden />
      {withheldNotice(classification)}
    </span>
  )
}
