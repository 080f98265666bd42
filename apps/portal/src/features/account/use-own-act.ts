import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient, type UseMutationOptions } from '@tanstack/react-query'
import { failureOf, refusalOf, type Failure } from '../../lib/failure.ts'
import { useTRPC } from '../../lib/trpc.ts'

/**
 * A change to one's own account. Unlike an act on a record it is not repeated by itself, and names what is wrong with the
 * password apart, for its field. Pass `trpc.account.<act>.mutationOptions()`.
 */
export function useOwnAct<Input, Done, Problem>(
  options: UseMutationOptions<Done, Problem, Input>,
  { done }: { done?: (answer: Done) => string } = {},
) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const mutation = useMutation({ ...options, retry: false })
  const code = refusalOf(mutation.error)?.code
  const failure: Failure | null = mutation.error === null ? null : failureOf(mutation.error)
  return {
    run: async (input: Input): Promise<Done | null> => {
      try {
        const answer = await mutation.mutateAsync(input)
        void queryClient.invalidateQueries(trpc.account.pathFilter())
        if (done) notifications.show({ color: 'green', title: done(answer), message: 'Quedó en la bitácora.' })
        return answer
      } catch {
        return null
      }
    },
    isPending: mutation.isPending,
    /** Belongs beside the field of the password, or of the code. */
    fieldError: code === 'WRONG_PASSWORD' || code === 'WRONG_CODE' ? (failure?.message ?? null) : null,
    failure: code === 'WRONG_PASSWORD' || code === 'WRONG_CODE' ? null : failure,
    code,
    reset: mutation.reset,
  }
}
