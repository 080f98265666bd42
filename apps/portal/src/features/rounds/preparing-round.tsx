import type { RoundView } from '@portal/contracts'

export function PreparingRound({ round }: { round: RoundView }) {
  return <p>{round.message}</p>
}
