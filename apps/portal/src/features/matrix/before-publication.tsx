import type { RoundView } from '@portal/contracts'
import { isOplRole, ROUND_STATUS_NAMES, type Role } from '@portal/domain'
import { EmptyState } from '@portal/ui'
import { Link } from '@tanstack/react-router'

/** Observations are deliberative until the decision (domain section 4, rule 7): says what each may see meanwhile. */
export function BeforePublication({ round, role }: { round: RoundView; role: Role }) {
  const { status, visibility, id } = round
  if (status === 'cancelled') {
    return <EmptyState title="La ronda se canceló y no tiene matriz">Lo actuado queda en su bitácora.</EmptyState>
  }
  return (
    <EmptyState title="La matriz todavía no se publica">
      <p>
        La ronda está «{ROUND_STATUS_NAMES[status]}». La matriz se publica cuando la titular de la DERFE valida lo que
        se propuso.
      </p>
      <p>{seenMeanwhile(role, visibility)}</p>
      <p>
        <Link to="/rondas/$roundId" params={{ roundId: id }}>
          Ver la ronda
        </Link>
      </p>
    </EmptyState>
  )
}

function seenMeanwhile(role: Role, visibility: RoundView['visibility']): string {
  if (isOplRole(role)) {
    return visibility === 'after_close'
      ? 'Mientras tanto su institución ve sus propias observaciones y, desde el cierre de la ronda, las de los demás OPL. Lo que se resolvió de cada una se ve al publicarse.'
      : 'Mientras tanto su institución ve solo sus propias observaciones. Las de los demás OPL y lo que se resolvió de cada una se ven al publicarse.'
  }
  if (role === 'derfe_coordinator' || role === 'derfe_head') {
    return 'Mientras tanto usted ve en la ronda lo que enviaron los OPL y lo que se propone; ningún OPL ve lo propuesto.'
  }
  if (role === 'auditor') return 'Mientras tanto usted ve en la ronda todo lo escrito, sin poder cambiarlo.'
  return 'Mientras tanto las observaciones son reservadas: las ven los OPL que las hicieron y la DERFE.'
}
