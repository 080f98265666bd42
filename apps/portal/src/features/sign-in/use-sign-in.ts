import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { signIn, type SignInOutcome } from '../../lib/authentication.ts'
import { ownPath } from '../../lib/own-path.ts'

const route = getRouteApi('/public/entrar')

/** Enters and goes back to where the person came from. */
export function useSignIn() {
  const { volver } = route.useSearch()
  const queryClient = useQueryClient()
  const router = useRouter()
  /** The e-mail that is entering now, so that its button can say so. */
  const [entering, setEntering] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null)

  const enter = async (email: string, password: string) => {
    if (entering !== null) return
    setOutcome(null)
    setEntering(email)
    const result = await signIn(email, password)
    if (result === 'entered') {
      // Nothing that the person before could see stays.
      queryClient.clear()
      await router.navigate({ href: ownPath(volver) ?? '/' })
    } else {
      setOutcome(result)
    }
    setEntering(null)
  }

  return { enter, entering, outcome }
}
