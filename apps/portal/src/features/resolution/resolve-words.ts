import type { ActorView, RoundView } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { explain } from '../../lib/explain.ts'
import { isUnjudged, progressOf } from './resolution-progress.ts'

/** Where the work stands and what comes next. */
export function resolveSentence(round: RoundView, role: ActorView['role']): string {
  if (round.status === 'validating') return validatingSentence(round, role)
  const { resolved, total } = progressOf(round)
  const late = round.responses.some(isUnjudged)
  const left = total - resolved
  if (left > 0)
    return left === 1 ? 'Falta resolver 1 observación.' : `Faltan por resolver ${formatCount(left)} observaciones.`
  if (late) return 'Falta decidir sobre lo que llegó fuera de plazo.'
  return role === 'derfe_coordinator'
    ? 'Todas tienen lo que necesitan: puede proponerlas a la titular.'
    : 'Todas tienen lo que necesitan: la coordinación puede proponerlas a la titular.'
}

/** Nobody validates what the same person proposed (domain section 4, rule 3). */
function validatingSentence({ allowed }: RoundView, role: ActorView['role']): string {
  if (role !== 'derfe_head')
    return 'La titular de la DERFE valida la propuesta o la devuelve. Mientras tanto no cambia.'
  return allowed.includes('validate')
    ? 'Revise la propuesta: al validarla se publica la matriz; si algo falta, devuélvala con la razón.'
    : explain({ code: 'SAME_PERSON_PROPOSED' })
}
