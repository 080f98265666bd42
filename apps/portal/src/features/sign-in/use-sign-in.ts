import { hashKey, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { signIn, type SignInOutcome } from '../../lib/authentication.ts'
import { ownPath } from '../../lib/own-path.ts'
import { useTRPC } from '../../lib/trpc.ts'

const route = getRouteApi('/public/entrar')

/** Enters and goes back to where the person came from. */
export function useSignIn() {
  const { volver } = route.useSearch()
  const queryClient = useQueryClient()
  const router = useRouter()
  const current = useTRPC().session.current.queryOptions()
  /** The e-mail that is entering now, so that its button can say so. */
  const [entering, setEntering] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null)

  const enter = async (email: string, password: string) => {
    if (entering !== null) return
    setOutcome(null)
    setEntering(email)
    const result = await signIn(email, password)
    if (result === 'entered') await goOn()
    else setOutcome(result)
    setEntering(null)
  }
  /** To where the person came from; to the second step as long as that is to be done. */
  const goOn = async () => {
    // Nothing that the person before could see stays.
    queryClient.removeQueries({ predicate: ({ queryHash }) => queryHash !== hashKey(current.queryKey) })
    const { secondFactor } = await queryClient.fetchQuery({ ...current, staleTime: 0 })
    if (secondFactor?.step !== 'enter') await router.navigate({ href: ownPath(volver) ?? '/' })
  }

  return { enter, entering, outcome, goOn }
}
