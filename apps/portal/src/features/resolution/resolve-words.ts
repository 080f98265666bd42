import type { ActorView, RoundView } from '@portal/contracts'
import { explain } from '../../lib/explain.ts'
import { isUnjudged, progressOf, progressWords } from './resolution-progress.ts'

/** Where the work stands and what comes next. */
export function resolveSentence(round: RoundView, role: ActorView['role']): string {
  if (round.status === 'validating') return validatingSentence(round, role)
  const { resolved, total } = progressOf(round)
  const late = round.responses.some(isUnjudged)
  const left = total - resolved
  if (left > 0) return `${progressWords(round)}. ${left === 1 ? 'Falta 1.' : `Faltan ${left}.`}`
  if (late) return `${progressWords(round)}. Falta decidir sobre lo que llegó fuera de plazo.`
  return role === 'derfe_coordinator'
    ? `${progressWords(round)}: puede proponerlas a la titular.`
    : `${progressWords(round)}: la coordinación puede proponerlas a la titular.`
}

/** Nobody validates what the same person proposed (domain section 4, rule 3). */
function validatingSentence({ allowed }: RoundView, role: ActorView['role']): string {
  if (role !== 'derfe_head')
    return 'La titular de la DERFE valida la propuesta o la devuelve. Mientras tanto no cambia.'
  return allowed.includes('validate')
    ? 'Revise la propuesta: al validarla se publica la matriz; si algo falta, devuélvala con la razón.'
    : explain({ code: 'SAME_PERSON_PROPOSED' })
}
