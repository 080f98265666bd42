import { CLAUSE_CHANGE_NAMES, type ClauseChange } from '@portal/domain'
import { IconArrowsUpDown, IconEqual, IconHash, IconMinus, IconPencil, IconPlus, type Icon } from '@tabler/icons-react'
import { StatusBadge, type Tone } from './status-badge.tsx'

const SIGNS = {
  added: { icon: IconPlus, tone: 'good' },
  removed: { icon: IconMinus, tone: 'bad' },
  moved: { icon: IconArrowsUpDown, tone: 'active' },
  renumbered: { icon: IconHash, tone: 'neutral' },
  reworded: { icon: IconPencil, tone: 'warn' },
} as const satisfies Record<ClauseChange, { icon: Icon; tone: Tone }>

/** What became of a clause from one version to another: one sign for each change, or that there is none. */
export const ClauseChangeBadges = ({ changes }: { changes: readonly ClauseChange[] }) =>
  changes.length === 0 ? (
    <StatusBadge icon={IconEqual} tone="neutral" label="Sin cambio" plain />
  ) : (
    changes.map((change) => <StatusBadge key={change} {...SIGNS[change]} label={CLAUSE_CHANGE_NAMES[change]} />)
  )
