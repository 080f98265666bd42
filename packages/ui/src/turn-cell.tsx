import { ROLE_NAMES, TURN_REASON_NAMES, type Turn } from '@portal/domain'
import './text.css'

/**
 * "Le toca a": one organisation with role and reason, or the list of them when several must act. `nameOf` turns an
 * organisation's key into the name that lists show.
 */
export function TurnCell({ turn, nameOf }: { turn: readonly Turn[]; nameOf: (organisationId: string) => string }) {
  const [first] = turn
  if (!first) return <span className="ui-quiet">Nadie: está concluida</span>
  const sameReason = turn.every((one) => one.reason === first.reason && one.role === first.role)
  if (sameReason) {
    return (
      <span>
        <span className="ui-turn-who">{turn.map((one) => nameOf(one.organisationId)).join(', ')}</span>
        <br />
        <span className="ui-turn-why">
          {ROLE_NAMES[first.role]}: {TURN_REASON_NAMES[first.reason]}
        </span>
      </span>
    )
  }
  return (
    <ul className="ui-turn">
      {turn.map((one) => (
        <li key={`${one.organisationId} ${one.reason}`}>
          <span className="ui-turn-who">{nameOf(one.organisationId)}</span>{' '}
          <span className="ui-turn-why">{TURN_REASON_NAMES[one.reason]}</span>
        </li>
      ))}
    </ul>
  )
}
