import { useDebouncedValue } from '@mantine/hooks'
import type { DueView } from '@portal/contracts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { explain } from '../../lib/explain.ts'
import { failureOf, refusalOf } from '../../lib/failure.ts'
import { useTRPC } from '../../lib/trpc.ts'
import type { DayKind } from './day-kinds.ts'

type Asked = { amount: number | ''; kind: DayKind; calendarKey: string }

export type DuePreview = {
  due: DueView | null
  /** What is shown belongs to what was typed before. */
  behind: boolean
  amountError: string | null
  calendarError: string | null
  /** What is wrong with neither field. */
  failure: string | null
}

/** When the round would be due if it were opened now; asked a moment after the typing ends. */
export function useDuePreview({ amount, kind, calendarKey }: Asked, enabled = true): DuePreview {
  const trpc = useTRPC()
  const [asked] = useDebouncedValue(`${amount} ${kind} ${calendarKey}`, 300)
  const complete = Number.isInteger(amount) && Number(amount) > 0 && calendarKey !== ''
  const settled = asked === `${amount} ${kind} ${calendarKey}`
  const { data, error, isFetching } = useQuery(
    trpc.calendar.previewDue.queryOptions(
      { rule: { amount: Number(amount), kind }, calendarKey },
      { enabled: enabled && complete && settled, placeholderData: keepPreviousData },
    ),
  )
  const refusal = settled && complete ? refusalOf(error) : null
  const said = refusal && explain(refusal)
  const amountError = refusal?.code === 'AMOUNT_OUT_OF_RANGE' ? said : null
  const calendarError = refusal?.code === 'CALENDAR_WITHOUT_WORKING_DAYS' ? said : null
  const elsewhere = settled && complete && error && amountError === null && calendarError === null
  return {
    due: complete && !error ? (data ?? null) : null,
    behind: !settled || isFetching,
    amountError,
    calendarError,
    failure: elsewhere ? failureOf(error).message : null,
  }
}
