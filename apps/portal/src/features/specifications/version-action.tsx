import type { VersionView } from '@portal/contracts'
import { ButtonLink } from '../../lib/button-link.tsx'

/** One sentence: where the version stands and what comes next. */
export function versionSentence({ status, clauses, rounds, followsMatrix }: VersionView): string {
  const round = rounds.at(-1)
  switch (status) {
    case 'draft':
      return clauses.length === 0
        ? 'Falta confirmar sus numerales.'
        : followsMatrix
          ? 'Sigue a una matriz publicada: falta revisar que cumpla lo acordado y publicarla.'
          : 'Todavía no se ha enviado a revisión.'
    case 'in_round':
      return round
        ? `Está en la ronda ${round.number}: contestaron ${round.answered} de ${round.recipients}.`
        : 'Está en revisión.'
    case 'working':
      return followsMatrix && !round
        ? 'Se publicó con lo acordado; puede ir a otra ronda o al Consejo General.'
        : 'Su matriz está publicada; espera la resolución del Consejo General.'
    case 'approved':
      return 'La aprobó el Consejo General.'
    case 'in_force':
      return 'Está vigente.'
    case 'superseded':
      return 'La sustituyó una versión posterior.'
    case 'withdrawn':
      return 'Se retiró.'
  }
}

/** The one thing to do next, as far as the person may do it. */
export function VersionAction({ version }: { version: VersionView }) {
  const params = { versionId: version.id }
  if (version.allowed.includes('index')) {
    return (
      <ButtonLink to="/versiones/$versionId/propuesta" params={params}>
        Revisar los numerales
      </ButtonLink>
    )
  }
  if (version.followsMatrix && version.allowed.includes('publish')) {
    return (
      <ButtonLink to="/versiones/$versionId/acordado" params={params}>
        Revisar lo acordado y publicar
      </ButtonLink>
    )
  }
  if (version.mayPrepareRound) {
    return (
      <ButtonLink to="/versiones/$versionId/ronda" params={params}>
        Preparar ronda de revisión
      </ButtonLink>
    )
  }
  const round = version.rounds.at(-1)
  if (!round) return null
  return (
    <ButtonLink to="/rondas/$roundId" params={{ roundId: round.id }} variant="default">
      Ver la ronda {round.number}
    </ButtonLink>
  )
}
