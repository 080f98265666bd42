import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { RefusalNote } from '@portal/ui'
import { useState } from 'react'
import { enterWithPasskey, knowsPasskeys } from '../../lib/passkeys.ts'

/** Enters with a passkey, which needs neither address nor password. Not there where the browser knows none. */
export function PasskeyButton({ onEntered }: { onEntered: () => Promise<void> }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  if (!knowsPasskeys()) return null
  const enter = async () => {
    setBusy(true)
    setProblem(null)
    const outcome = await enterWithPasskey()
    if (outcome.ok) await onEntered()
    else setProblem(outcome.message)
    setBusy(false)
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconKey size={16} aria-hidden />}
        loading={busy}
        onClick={() => void enter()}
      >
        Entrar con llave de acceso
      </Button>
      {problem !== null && <RefusalNote>{problem}</RefusalNote>}
    </>
  )
}
