import type { ResponseView, RoundView } from '@portal/contracts'
import { formatCount } from '@portal/domain'

/** An answer after the deadline counts once it was admitted. */
const counts = ({ status, lateAdmitted }: ResponseView): boolean => status !== 'late' || lateAdmitted === true

export const isUnjudged = ({ status, lateAdmitted }: ResponseView): boolean =>
  status === 'late' && lateAdmitted === null

/** How many observations have all that their outcome needs, of those that count. */
export function progressOf({ responses, withoutOutcome }: RoundView): { resolved: number; total: number } {
  const total = responses.filter(counts).reduce((sum, { observations }) => sum + observations, 0)
  return { resolved: Math.max(0, total - (withoutOutcome ?? total)), total }
}

export function progressWords(round: RoundView): string {
  const { resolved, total } = progressOf(round)
  return `${formatCount(resolved)} de ${formatCount(total)} resueltas`
}

/** Somebody sees the round at the desk for what is referred to their area alone. */
export const isOfArea = ({ withoutOutcome, referrals }: RoundView): boolean =>
  withoutOutcome === null && referrals.length > 0

export function areaProgressWords({ referrals }: RoundView): string {
  const answered = referrals.reduce((sum, one) => sum + one.answered, 0)
  const all = referrals.reduce((sum, one) => sum + one.answered + one.pending, 0)
  return `${formatCount(answered)} de ${formatCount(all)} contestadas`
}
