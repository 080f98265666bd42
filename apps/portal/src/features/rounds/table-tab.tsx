import type { RoundView } from '@portal/contracts'

export function TableTab({ round }: { round: RoundView }) {
  return <p>Ronda {round.number}</p>
}
