import type { ResponseView, RoundView } from '@portal/contracts'
import { formatCount, hasAnswered } from '@portal/domain'

/** "Contestaron 4 de 7 · faltan: IECM, IEPC Jalisco, IMPEPAC." */
export function answeredSentence(responses: readonly ResponseView[]): string {
  const missing = responses.filter(({ status }) => !hasAnswered(status))
  const answered = `Contestaron ${formatCount(responses.length - missing.length)} de ${formatCount(responses.length)}`
  if (missing.length === 0) return `${answered}.`
  return `${answered} · faltan: ${missing.map(({ organisation }) => organisation.shortName).join(', ')}.`
}

/** Where the round stands and what comes next, in one sentence. */
export function roundSentence(round: RoundView, own: ResponseView | undefined): string {
  switch (round.status) {
    case 'preparing':
      return 'Revise el plan y abra la ronda: al abrirla se notifica a los OPL y corre el plazo.'
    case 'open':
      return own ? ownSentence(own) : answeredSentence(round.responses)
    case 'resolving':
      if (own) return ownSentence(own)
      return round.withoutOutcome === null
        ? `La DERFE resuelve las observaciones. ${answeredSentence(round.responses)}`
        : round.withoutOutcome === 0
          ? `Las ${formatCount(round.observations)} observaciones tienen sentido: puede proponerlas a la titular.`
          : `Faltan por resolver ${formatCount(round.withoutOutcome)} de ${formatCount(round.observations)} observaciones.`
    case 'validating':
      return 'La titular de la DERFE valida la propuesta o la devuelve.'
    case 'conformity':
      if (own) return conformitySentence(own)
      return waitingForReply(round)
    case 'published':
      return 'La matriz está publicada: cada OPL ve qué se resolvió de cada observación.'
    case 'concluded':
      return 'La ronda concluyó.'
    case 'cancelled':
      return 'La ronda se canceló; lo actuado queda en la bitácora.'
  }
}

function conformitySentence({ observations, unreplied }: ResponseView): string {
  if (observations === 0)
    return 'Los OPL que observaron manifiestan su conformidad; su institución no tiene qué contestar.'
  return unreplied === 0
    ? 'Su institución ya contestó todo lo que se resolvió; puede corregir su respuesta hasta el vencimiento.'
    : `Le toca a su institución decir si está conforme con lo que se resolvió: ${unreplied === 1 ? 'falta' : 'faltan'} ${countOf(unreplied)}.`
}

/** Of those that the reader is told of: an OPL of its own, an area of all. */
function waitingForReply({ responses }: RoundView): string {
  const missing = responses.filter(({ unreplied }) => unreplied > 0)
  return missing.length === 0
    ? 'Todos los OPL que observaron manifestaron su conformidad o inconformidad.'
    : `Falta que manifiesten su conformidad: ${missing.map(({ organisation }) => organisation.shortName).join(', ')}.`
}

function ownSentence({ status, drafts, observations, folio, lateAdmitted }: ResponseView): string {
  switch (status) {
    case 'unopened':
    case 'drafting':
    case 'withdrawn_to_correct':
      return drafts === 0
        ? 'Le toca a su institución: escriba observaciones o declare que no las hay.'
        : `Le toca a su institución enviar: tiene ${countOf(drafts)} en borrador.`
    case 'internal_approval':
      return `${countOf(drafts)} en espera de que la titularidad de su OPL las apruebe y envíe.`
    case 'sent_with_observations':
      return `Su institución envió ${countOf(observations)}${folio ? ` (acuse ${folio})` : ''}.`
    case 'no_observations':
      return `Su institución declaró que no tiene observaciones${folio ? ` (acuse ${folio})` : ''}.`
    case 'no_answer':
      return drafts === 0
        ? 'El plazo venció sin respuesta de su institución.'
        : `El plazo venció. Puede presentar fuera de plazo, con la razón, ${countOf(drafts)} en borrador.`
    case 'late':
      return lateAdmitted === null
        ? 'Su institución contestó fuera de plazo; la DERFE decide si lo admite.'
        : lateAdmitted
          ? 'Su institución contestó fuera de plazo y la DERFE lo admitió.'
          : 'Su institución contestó fuera de plazo y la DERFE no lo admitió.'
  }
}

const countOf = (count: number) => (count === 1 ? '1 observación' : `${formatCount(count)} observaciones`)
