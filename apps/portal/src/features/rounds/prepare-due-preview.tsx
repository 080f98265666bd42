import { formatDue } from '@portal/domain'
import { RefusalNote } from '@portal/ui'
import type { DuePreview } from './prepare-due.ts'

/** The due date that the plan gives, counted from now, with its reasons in sentences. */
export function DuePreviewBox({ preview: { due, behind, failure, ...errors } }: { preview: DuePreview }) {
  if (failure !== null) return <RefusalNote>{failure}</RefusalNote>
  return (
    <div className="plan-due" data-behind={behind || undefined}>
      <p className="plan-due-date" role="status">
        {due ? (
          <>
            Si la ronda se abriera ahora, vencería el <strong>{formatDue(due.due)}</strong>.
          </>
        ) : behind ? (
          'Calculando el vencimiento…'
        ) : errors.amountError !== null || errors.calendarError !== null ? (
          'Con estos datos no hay vencimiento.'
        ) : (
          'Indique el plazo y el calendario para ver cuándo vencería.'
        )}
      </p>
      {due && (
        <ol className="ui-steps">
          {due.explanation.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
    </div>
  )
}
