import {
  DISPOSITION_NAMES,
  OBSERVATION_STATUS_NAMES,
  PROMISE_RESULT_NAMES,
  REPLY_NAMES,
  RESPONSE_STATUS_NAMES,
  ROUND_STATUS_NAMES,
  VERSION_STATUS_NAMES,
  type Disposition,
  type ObservationStatus,
  type PromiseResult,
  type Reply,
  type ResponseStatus,
  type RoundStatus,
  type VersionStatus,
} from '@portal/domain'
import {
  IconAlertTriangle,
  IconArchive,
  IconArrowBackUp,
  IconArrowsLeftRight,
  IconBan,
  IconCheck,
  IconChecks,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleX,
  IconClockX,
  IconCornerUpRight,
  IconEye,
  IconFileCheck,
  IconGavel,
  IconInbox,
  IconMailOpened,
  IconPencil,
  IconSend,
  IconThumbDown,
  IconThumbUp,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react'
import { StatusBadge, type Tone } from './status-badge.tsx'

type Sign = { icon: Icon; tone: Tone }

const ROUND_SIGNS = {
  preparing: { icon: IconPencil, tone: 'neutral' },
  open: { icon: IconMailOpened, tone: 'active' },
  resolving: { icon: IconGavel, tone: 'warn' },
  validating: { icon: IconUserCheck, tone: 'warn' },
  conformity: { icon: IconThumbUp, tone: 'active' },
  published: { icon: IconChecks, tone: 'good' },
  concluded: { icon: IconArchive, tone: 'neutral' },
  cancelled: { icon: IconBan, tone: 'bad' },
} as const satisfies Record<RoundStatus, Sign>

const RESPONSE_SIGNS = {
  unopened: { icon: IconCircleDashed, tone: 'neutral' },
  drafting: { icon: IconPencil, tone: 'active' },
  internal_approval: { icon: IconUserCheck, tone: 'warn' },
  sent_with_observations: { icon: IconSend, tone: 'good' },
  no_observations: { icon: IconCircleCheck, tone: 'good' },
  withdrawn_to_correct: { icon: IconArrowBackUp, tone: 'warn' },
  no_answer: { icon: IconClockX, tone: 'bad' },
  late: { icon: IconAlertTriangle, tone: 'bad' },
} as const satisfies Record<ResponseStatus, Sign>

const VERSION_SIGNS = {
  draft: { icon: IconPencil, tone: 'neutral' },
  in_round: { icon: IconMailOpened, tone: 'active' },
  working: { icon: IconGavel, tone: 'warn' },
  approved: { icon: IconFileCheck, tone: 'good' },
  in_force: { icon: IconCircleCheck, tone: 'good' },
  superseded: { icon: IconArchive, tone: 'neutral' },
  withdrawn: { icon: IconBan, tone: 'bad' },
} as const satisfies Record<VersionStatus, Sign>

const OBSERVATION_SIGNS = {
  draft: { icon: IconPencil, tone: 'neutral' },
  received: { icon: IconInbox, tone: 'active' },
  referred: { icon: IconCornerUpRight, tone: 'active' },
  proposed: { icon: IconEye, tone: 'warn' },
  resolved: { icon: IconCheck, tone: 'good' },
  incorporated: { icon: IconChecks, tone: 'good' },
  not_applicable: { icon: IconCircleDashed, tone: 'neutral' },
  withdrawn: { icon: IconArrowBackUp, tone: 'neutral' },
} as const satisfies Record<ObservationStatus, Sign>

const DISPOSITION_SIGNS = {
  accepted: { icon: IconCircleCheck, tone: 'good' },
  partly_accepted: { icon: IconCircleHalf2, tone: 'warn' },
  rejected: { icon: IconCircleX, tone: 'bad' },
  answered_elsewhere: { icon: IconArrowsLeftRight, tone: 'neutral' },
} as const satisfies Record<Disposition, Sign>

const REPLY_SIGNS = {
  agrees: { icon: IconThumbUp, tone: 'good' },
  disagrees: { icon: IconThumbDown, tone: 'bad' },
} as const satisfies Record<Reply, Sign>

const PROMISE_SIGNS = {
  reflected: { icon: IconCircleCheck, tone: 'good' },
  reflected_with_changes: { icon: IconCircleHalf2, tone: 'warn' },
  not_found: { icon: IconCircleX, tone: 'bad' },
} as const satisfies Record<PromiseResult, Sign>

type Props<Status> = { status: Status; plain?: boolean }

export const RoundStatusBadge = ({ status, plain = false }: Props<RoundStatus>) => (
  <StatusBadge {...ROUND_SIGNS[status]} label={ROUND_STATUS_NAMES[status]} plain={plain} />
)

export const ResponseStatusBadge = ({ status, plain = false }: Props<ResponseStatus>) => (
  <StatusBadge {...RESPONSE_SIGNS[status]} label={RESPONSE_STATUS_NAMES[status]} plain={plain} />
)

export const VersionStatusBadge = ({ status, plain = false }: Props<VersionStatus>) => (
  <StatusBadge {...VERSION_SIGNS[status]} label={VERSION_STATUS_NAMES[status]} plain={plain} />
)

export const ObservationStatusBadge = ({ status, plain = false }: Props<ObservationStatus>) => (
  <StatusBadge {...OBSERVATION_SIGNS[status]} label={OBSERVATION_STATUS_NAMES[status]} plain={plain} />
)

export const DispositionBadge = ({ disposition, plain = false }: { disposition: Disposition; plain?: boolean }) => (
  <StatusBadge {...DISPOSITION_SIGNS[disposition]} label={DISPOSITION_NAMES[disposition]} plain={plain} />
)

export const ReplyBadge = ({ reply, plain = false }: { reply: Reply; plain?: boolean }) => (
  <StatusBadge {...REPLY_SIGNS[reply]} label={REPLY_NAMES[reply]} plain={plain} />
)

export const PromiseBadge = ({ result, plain = false }: { result: PromiseResult; plain?: boolean }) => (
  <StatusBadge {...PROMISE_SIGNS[result]} label={PROMISE_RESULT_NAMES[result]} plain={plain} />
)
