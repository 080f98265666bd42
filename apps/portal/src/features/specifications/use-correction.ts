import type { VersionView } from '@portal/contracts'
import { correctProposal, type ProposalCorrection } from '@portal/domain'
import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'

/**
 * Corrects the proposal through the API and shows the result without asking for the whole version again: the screen
 * applies the same function of the domain that the server applied.
 */
export function useCorrection(version: VersionView) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const key = trpc.specifications.version.queryKey({ id: version.id })
  const act = useAct(trpc.specifications.correct.mutationOptions(), {
    done: 'Numerales corregidos.',
    touches: [],
    quiet: true,
    beside: true,
  })

  const correct = async (correction: ProposalCorrection) => {
    const done = await act.run({ versionId: version.id, seen: version.recordVersion, correction })
    if (!done) {
      await queryClient.invalidateQueries({ queryKey: key })
      return false
    }
    queryClient.setQueryData(key, (before: VersionView | undefined) => {
      if (!before?.proposal) return before
      const corrected = correctProposal(before.proposal, correction)
      if (!corrected.ok) return before
      return { ...before, recordVersion: done.recordVersion, proposal: corrected.value as typeof before.proposal }
    })
    return true
  }
  return { correct, isPending: act.isPending, failure: act.failure }
}
