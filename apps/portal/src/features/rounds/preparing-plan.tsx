import type { RoundView } from '@portal/contracts'
import { ROUND_VISIBILITY_NAMES } from '@portal/domain'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../lib/trpc.ts'
import { useDuePreview } from './prepare-due.ts'
import { DuePreviewBox } from './prepare-due-preview.tsx'
import { planOf, ruleWords } from './prepare-plan.ts'

/** The plan as it would be sent, and when it would be due if the round were opened now. */
export function PreparedPlan({ round, mayPreview }: { round: RoundView; mayPreview: boolean }) {
  const trpc = useTRPC()
  const { data: calendars } = useQuery(trpc.calendar.list.queryOptions())
  const preview = useDuePreview(planOf(round), mayPreview)
  const calendar = calendars?.find(({ key }) => key === round.calendarKey)
  return (
    <dl className="plan-facts">
      <dt>Destinatarios</dt>
      <dd>
        {round.responses.length === 0
          ? 'Ninguno: elija al menos un OPL.'
          : round.responses.map(({ organisation }) => organisation.shortName).join(', ')}
      </dd>
      <dt>Plazo</dt>
      <dd>{ruleWords(round.rule)}</dd>
      <dt>Calendario</dt>
      <dd>{calendar?.name ?? '…'}</dd>
      {mayPreview && (
        <>
          <dt>Vencimiento</dt>
          <dd>
            <DuePreviewBox preview={preview} />
            {(preview.amountError ?? preview.calendarError) && <p>{preview.amountError ?? preview.calendarError}</p>}
          </dd>
        </>
      )}
      <dt>Observaciones de los demás</dt>
      <dd>{ROUND_VISIBILITY_NAMES[round.visibility]}</dd>
      <dt>Conformidad</dt>
      <dd>
        {round.conformity === null
          ? 'No se pregunta: la matriz se publica al validarse.'
          : `${ruleWords(round.conformity)} antes de publicar la matriz`}
      </dd>
      <dt>Mensaje</dt>
      <dd className="plan-message">{round.message === '' ? 'Sin mensaje' : round.message}</dd>
    </dl>
  )
}
