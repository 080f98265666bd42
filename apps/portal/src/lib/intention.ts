/**
 * The idempotency key of a command: one for each intention, the same for each retry. An intention lasts until it is
 * answered, or until the person means something else.
 */
export type Intention = {
  /** The key for this input: the one before when nothing was answered yet and nothing was changed. */
  keyFor: (input: unknown) => string
  /** The server answered, with success or refusal: the next attempt is a new intention. */
  answered: () => void
}

export function createIntention(newKey: () => string = () => crypto.randomUUID()): Intention {
  let current: { meant: string; key: string } | null = null
  return {
    keyFor: (input) => {
      const meant = JSON.stringify(input)
      if (current?.meant !== meant) current = { meant, key: newKey() }
      return current.key
    },
    answered: () => {
      current = null
    },
  }
}
