import { useState } from 'react'
import { makePasskey } from '../../lib/passkeys.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useOwnAct } from './use-own-act.ts'

/** Asks the portal what to make, the browser to make it, and the portal to keep it. */
export function useAddPasskey() {
  const trpc = useTRPC()
  const offer = useOwnAct(trpc.account.offerPasskey.mutationOptions())
  const add = useOwnAct(trpc.account.addPasskey.mutationOptions(), { done: () => 'Llave de acceso agregada.' })
  const [making, setMaking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  /** The recovery codes that came with it, for whoever had none; null when it was not added. */
  const run = async (name: string, password: string): Promise<readonly string[] | null> => {
    setProblem(null)
    add.reset()
    const options = await offer.run({ password })
    if (options === null) return null
    setMaking(true)
    const made = await makePasskey(options)
    setMaking(false)
    if (!made.ok) {
      setProblem(made.message)
      return null
    }
    const { response, clientExtensionResults, ...rest } = made.value
    const credential = { ...rest, response: { ...response }, clientExtensionResults: { ...clientExtensionResults } }
    return (await add.run({ name, credential }))?.codes ?? null
  }
  const said = problem ?? offer.failure?.message ?? add.failure?.message
  return {
    run,
    isPending: offer.isPending || making || add.isPending,
    fieldError: offer.fieldError,
    failure: said === undefined ? null : { message: said },
    reset: () => {
      offer.reset()
      add.reset()
      setProblem(null)
    },
  }
}
