import type { ActorView, RoundView } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { explain } from '../../lib/explain.ts'
import { isOfArea, isUnjudged, progressOf } from './resolution-progress.ts'

/** Where the work stands and what comes next. */
export function resolveSentence(
  round: RoundView,
  role: ActorView['role'],
  nameOf: (organisationId: string) => string,
): string {
  if (isOfArea(round)) return areaSentence(round)
  if (round.status === 'validating') return validatingSentence(round, role)
  const { resolved, total } = progressOf(round)
  const late = round.responses.some(isUnjudged)
  const left = total - resolved
  if (left > 0) {
    const words = left === 1 ? 'Falta resolver 1 observación' : `Faltan por resolver ${formatCount(left)} observaciones`
    return `${words}${withAreas(round, nameOf)}.`
  }
  if (late) return 'Falta decidir sobre lo que llegó fuera de plazo.'
  return role === 'derfe_coordinator'
    ? 'Todas tienen lo que necesitan: puede proponerlas a la titular.'
    : 'Todas tienen lo que necesitan: la coordinación puede proponerlas a la titular.'
}

/** ", de ellas 2 turnadas a DECEyEC y 1 a la DEOE". */
function withAreas({ referrals }: RoundView, nameOf: (organisationId: string) => string): string {
  const pending = referrals.filter((one) => one.pending > 0)
  if (pending.length === 0) return ''
  const areas = pending.map((one) => `${formatCount(one.pending)} con ${nameOf(one.organisationId)}`)
  return `; están turnadas ${new Intl.ListFormat('es-MX').format(areas)}`
}

function areaSentence({ status, referrals }: RoundView): string {
  const pending = referrals.reduce((sum, one) => sum + one.pending, 0)
  if (status !== 'resolving') return 'La DERFE ya propuso la ronda con lo que su área contestó.'
  if (pending === 0) return 'Su área contestó todo lo que se le turnó. La DERFE puede cambiarlo antes de proponerlo.'
  return pending === 1
    ? 'Falta que proponga el sentido de 1 observación. Al enviarla vuelve a la DERFE.'
    : `Falta que proponga el sentido de ${formatCount(pending)} observaciones. Cada una vuelve a la DERFE al enviarla.`
}

/** Nobody validates what the same person proposed (domain section 4, rule 3). */
function validatingSentence({ allowed }: RoundView, role: ActorView['role']): string {
  if (role !== 'derfe_head')
    return 'La titular de la DERFE valida la propuesta o la devuelve. Mientras tanto no cambia.'
  return allowed.includes('validate')
    ? 'Revise la propuesta: al validarla se publica la matriz; si algo falta, devuélvala con la razón.'
    : explain({ code: 'SAME_PERSON_PROPOSED' })
}
