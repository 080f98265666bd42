import { actingName } from '@portal/domain'
import type { ObservationView } from '@portal/contracts'
import { Moment, TrackedPreview } from '@portal/ui'
import type { ReactNode } from 'react'

/** A line of a `dl`; without a text there is nothing to say, and no line. */
export function Term({ term, children }: { term: string; children: ReactNode }) {
  if (children === '') return null
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** What an observation asks for, why, on what basis and who wrote it: lines of a `dl`. */
export function ObservationTerms({ observation }: { observation: ObservationView }) {
  const { says, shouldSay, rationale, legalBasis, author, sentAt } = observation
  return (
    <>
      <Term term="Dice">{says}</Term>
      <Term term="Debe decir">{shouldSay}</Term>
      {says !== '' && shouldSay !== '' && (
        <Term term="Cambios">
          <TrackedPreview before={says} after={shouldSay} />
        </Term>
      )}
      <Term term="Justificación">{rationale}</Term>
      <Term term="Fundamento">{legalBasis}</Term>
      <Term term="Escribió">
        {actingName(author)}
        {sentAt !== null && (
          <>
            ; se envió <Moment at={sentAt} />
          </>
        )}
      </Term>
    </>
  )
}
