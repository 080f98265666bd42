import type { RoundView } from '@portal/contracts'
import { DueWhy, Moment, PageHeader, RoundStatusBadge, Semaphore } from '@portal/ui'
import { Link } from '@tanstack/react-router'
import { useNow } from '../../lib/clock.tsx'
import { Illustrative } from '../../lib/illustrative.tsx'
import { CoordinatorActions } from './coordinator-actions.tsx'
import { ResponseActions } from './response-actions.tsx'
import { roundSentence } from './round-words.ts'

/** The first line: which round, where it stands, what comes next, until when and why, and the button to do it. */
export function RoundHeader({ round }: { round: RoundView }) {
  const now = useNow()
  const own = round.responses.find((response) => response.id === round.ownResponseId)
  const replying = round.status === 'conformity'
  const due = replying ? round.conformityDue : round.due
  const purpose = replying ? 'conformity' : 'answers'
  const explanation = round.deadlines.findLast((deadline) => deadline.purpose === purpose)?.explanation ?? []
  return (
    <PageHeader
      context={
        <>
          <Link to="/versiones/$versionId" params={{ versionId: round.version.id }}>
            {round.specification.title}, versión {round.version.number}
          </Link>
          {round.specification.illustrative && <Illustrative />}
        </>
      }
      title={`Ronda ${round.number}`}
      documentTitle={`Ronda ${round.number} de ${round.specification.title}`}
      status={<RoundStatusBadge status={round.status} />}
      sentence={
        <>
          {roundSentence(round, own)}
          {due !== null && (
            <span className="round-due">
              {replying ? 'La conformidad vence' : 'Vence'} <Moment at={due} deadline />{' '}
              <Semaphore due={due} now={now} plain /> <DueWhy explanation={explanation} />
            </span>
          )}
        </>
      }
      action={
        <div className="round-actions">
          {own ? <ResponseActions response={own} /> : <CoordinatorActions round={round} />}
          {round.openedAt !== null && round.withoutOutcome !== null && (
            <Link className="round-trail" to="/rondas/$roundId/panorama" params={{ roundId: round.id }}>
              Panorama
            </Link>
          )}
          {own && (
            <Link className="round-trail" to="/rondas/$roundId/sin-conexion" params={{ roundId: round.id }}>
              Trabajar sin conexión
            </Link>
          )}
          <Link className="round-trail" to="/bitacora/$recordId" params={{ recordId: round.id }}>
            Bitácora
          </Link>
        </div>
      }
    />
  )
}
