import { useLocalStorage } from '@mantine/hooks'
import type { ObservationView } from '@portal/contracts'
import type { Reply } from '@portal/domain'

export type Choice = { reply: Reply; reason: string }
type Choices = Readonly<Record<string, Choice>>

/** What is chosen for each observation: what was sent, and over it what is chosen since, kept on the device until it is sent. */
export function useReplies(roundId: string, rows: readonly ObservationView[]) {
  const [kept, setKept] = useLocalStorage<Choices>({
    key: `conformidad-${roundId}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const sent: Choices = Object.fromEntries(
    rows.flatMap(({ id, reply }) => (reply ? [[id, { reply: reply.reply, reason: reply.reason }]] : [])),
  )
  const choices: Choices = { ...sent, ...kept }
  const changed = rows.flatMap(({ id }) => {
    const choice = choices[id]
    if (!choice || isSame(choice, sent[id])) return []
    return [{ observationId: id, ...choice, reason: choice.reply === 'agrees' ? '' : choice.reason.trim() }]
  })
  return {
    choices,
    /** What would be sent. */
    changed,
    /** Those among it that still lack their reason. */
    incomplete: changed
      .filter(({ reply, reason }) => reply === 'disagrees' && reason === '')
      .map(({ observationId }) => observationId),
    choose: (id: string, choice: Choice) => setKept((before) => ({ ...before, [id]: choice })),
    agreeWithRest: () => {
      const missing = rows.filter(({ id }) => choices[id] === undefined)
      const agreed = Object.fromEntries(missing.map(({ id }) => [id, { reply: 'agrees', reason: '' } as const]))
      setKept((before) => ({ ...before, ...agreed }))
    },
    forget: () => setKept({}),
  }
}

const isSame = (choice: Choice, sent: Choice | undefined): boolean =>
  sent !== undefined &&
  sent.reply === choice.reply &&
  (choice.reply === 'agrees' || sent.reason === choice.reason.trim())
