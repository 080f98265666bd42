import { ErrorState } from '@portal/ui'
import { failureOf } from './failure.ts'
import { useNameOf } from './organisations.ts'

/** Stands where a query's answer would: says why it is not there and lets the person try again. */
export function QueryFailure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, message, requestId } = failureOf(error, useNameOf())
  return (
    <ErrorState
      title={title === 'No se hizo' ? 'No se puede mostrar' : title}
      message={message}
      requestId={requestId}
      onRetry={onRetry}
    />
  )
}
