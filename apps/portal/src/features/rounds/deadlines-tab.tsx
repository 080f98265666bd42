import { actingName } from '@portal/domain'
import type { RoundView } from '@portal/contracts'
import { Moment } from '@portal/ui'

/** Every deadline that the round had, with its explanation: appended, never overwritten. */
export function DeadlinesTab({ round }: { round: RoundView }) {
  return (
    <section aria-labelledby="plazos">
      <h2 id="plazos">Plazos</h2>
      <ol className="round-deadlines">
        {round.deadlines.map(({ purpose, due, explanation, reason, setBy, setAt }, index) => (
          <li key={`${purpose} ${due}`}>
            <p>
              <strong>
                {nameOf(purpose, index)}: <Moment at={due} deadline />
              </strong>
            </p>
            <p>
              {purpose === 'answers' && index > 0 ? 'La concedió' : 'Lo fijó'} {actingName(setBy)},{' '}
              <Moment at={setAt} />.{reason !== '' && ` Razón: ${reason}`}
            </p>
            <ol>
              {explanation.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  )
}

const nameOf = (purpose: RoundView['deadlines'][number]['purpose'], index: number): string => {
  if (purpose === 'conformity') return 'Conformidad'
  return index === 0 ? 'Cierre' : `Prórroga ${index}`
}
