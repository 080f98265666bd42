import { Button } from '@mantine/core'
import { IconAlertCircle, IconInfoCircle, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './tones.css'
import './text.css'
import './states.css'

/** There is nothing to list, and why; what to do about it in `children`. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="ui-state">
      <IconInfoCircle size={18} aria-hidden />
      <div>
        <p className="ui-state-title">{title}</p>
        {children !== undefined && <div>{children}</div>}
      </div>
    </div>
  )
}

const RequestId = ({ id }: { id: string }) => (
  <p className="ui-state-request">
    Folio de error: <span className="ui-mono">{id}</span>
  </p>
)

/** Something could not be shown: what happened, what was kept and what to do, with the id under which the log has it. */
export function ErrorState({
  title,
  message,
  requestId,
  onRetry,
}: {
  title: string
  message: ReactNode
  requestId?: string | null
  onRetry?: (() => void) | undefined
}) {
  return (
    <div className="ui-state ui-tone-bad" data-bad role="alert">
      <IconAlertCircle size={18} aria-hidden />
      <div>
        <p className="ui-state-title">{title}</p>
        <p>{message}</p>
        {requestId ? <RequestId id={requestId} /> : null}
        {onRetry && (
          <div className="ui-state-actions">
            <Button variant="default" size="xs" leftSection={<IconRefresh size={14} aria-hidden />} onClick={onRetry}>
              Reintentar
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

/** A refusal beside the form that it answers. */
export function RefusalNote({ children, requestId }: { children: ReactNode; requestId?: string | null }) {
  return (
    <div className="ui-state ui-tone-bad" data-bad role="alert">
      <IconAlertCircle size={18} aria-hidden />
      <div>
        <p>{children}</p>
        {requestId ? <RequestId id={requestId} /> : null}
      </div>
    </div>
  )
}

/** Says that rows are on their way, to eyes and to screen readers. */
export function LoadingRows({ rows = 4, label = 'Cargando…' }: { rows?: number; label?: string }) {
  return (
    <div className="ui-loading" role="status">
      <span className="ui-visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="ui-loading-bar" aria-hidden />
      ))}
    </div>
  )
}
