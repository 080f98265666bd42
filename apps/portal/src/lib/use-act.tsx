import { notifications } from '@mantine/notifications'
import type { ActDone } from '@portal/contracts'
import { useMutation, useQueryClient, type QueryFilters, type UseMutationOptions } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf, isUnreachable, refusalOf, type Failure } from './failure.ts'
import { createIntention } from './intention.ts'
import { useNameOf } from './organisations.ts'
import { ReceiptLink } from './receipt-link.tsx'

type Settings<Done> = {
  /** Said when it is done: "Ronda abierta." */
  done: string | ((done: Done) => string)
  /** The queries of the own slice that the act changes. Also refetched when somebody else changed the record before. */
  touches: readonly QueryFilters[]
  /** The screen itself shows what changed: no notification says so. For acts that come many in a row. */
  quiet?: boolean
  /** The screen shows `failure` beside its form; without it a notification does. */
  beside?: boolean
  onDone?: (done: Done) => void
}

export type ActState<Input, Done> = {
  /** Does the act; null when it was refused or failed. */
  run: (input: Omit<Input, 'key'>) => Promise<Done | null>
  isPending: boolean
  failure: Failure | null
  /** Forgets the failure, for instance when its dialog closes. */
  reset: () => void
}

/**
 * One act of a person: gives it its idempotency key, says with folio and receipt that it is done, and in words why it is
 * not. Pass `trpc.<slice>.<act>.mutationOptions()`.
 */
export function useAct<Input extends { key: string }, Done extends ActDone, Problem>(
  options: UseMutationOptions<Done, Problem, Input>,
  { done, touches, quiet = false, beside = false, onDone }: Settings<Done>,
): ActState<Input, Done> {
  const queryClient = useQueryClient()
  const nameOf = useNameOf()
  const [intention] = useState(() => createIntention())
  const mutation = useMutation(options)
  const refresh = () => Promise.all(touches.map((filters) => queryClient.invalidateQueries(filters)))

  const run = async (input: Omit<Input, 'key'>): Promise<Done | null> => {
    try {
      const answer = await mutation.mutateAsync({ ...input, key: intention.keyFor(input) } as Input)
      intention.answered()
      void refresh()
      if (!quiet) {
        notifications.show({ color: 'green', title: said(done, answer), message: receiptOf(answer), autoClose: 10_000 })
      }
      onDone?.(answer)
      return answer
    } catch (error) {
      if (!isUnreachable(error)) intention.answered()
      if (refusalOf(error)?.code === 'CHANGED_MEANWHILE') void refresh()
      if (!beside) notifyFailure(failureOf(error, nameOf))
      return null
    }
  }

  return {
    run,
    isPending: mutation.isPending,
    failure: mutation.error === null ? null : failureOf(mutation.error, nameOf),
    reset: mutation.reset,
  }
}

const said = <Done,>(done: Settings<Done>['done'], answer: Done): string =>
  typeof done === 'string' ? done : done(answer)

const receiptOf = ({ folio, code }: ActDone) =>
  folio !== null && code !== null ? <ReceiptLink folio={folio} code={code} /> : 'Quedó en la bitácora.'

function notifyFailure({ title, message, requestId }: Failure): void {
  notifications.show({
    color: 'red',
    title,
    message: requestId === null ? message : `${message} Folio de error: ${requestId}`,
    autoClose: false,
    role: 'alert',
  })
}
