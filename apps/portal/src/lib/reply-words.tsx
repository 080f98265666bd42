import type { ObservationView } from '@portal/contracts'
import { PromiseBadge, ReplyBadge } from '@portal/ui'
import { ObservationText } from './observation-text.tsx'

/** "Conforme", or "Inconforme" with its reason. */
export const ReplyWords = ({ reply, reason }: NonNullable<ObservationView['reply']>) => (
  <>
    <ReplyBadge reply={reply} plain />
    {reason !== '' && <ObservationText text={reason} />}
  </>
)

/** "Versión 2: reflejada con cambios, en 3.1". */
export const PromiseWords = ({ result, version, citation, reason }: NonNullable<ObservationView['promise']>) => (
  <>
    Versión {version}: <PromiseBadge result={result} plain />
    {citation !== null && ` en ${citation}`}
    {reason !== '' && <ObservationText text={reason} />}
  </>
)
