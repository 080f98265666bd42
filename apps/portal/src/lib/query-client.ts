import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isUnreachable, refusalOf } from './failure.ts'

/** What was answered, refusals and bugs alike, is not asked again; only silence is. */
const retry = (failures: number, error: unknown): boolean => failures < 2 && isUnreachable(error)

/**
 * Queries and mutations of one visit. Mutations run also while the browser thinks it is offline: an act at the closing
 * instant is either sent or said not to be, never kept back and sent later without a word.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    const code = refusalOf(error)?.code
    if (code === 'NOT_SIGNED_IN' || code === 'SECOND_FACTOR_REQUIRED') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry, networkMode: 'always' },
      mutations: { retry, retryDelay: (attempt) => 500 * 2 ** attempt, networkMode: 'always' },
    },
  })
}
