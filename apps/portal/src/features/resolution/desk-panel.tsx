import type { ObservationView, VersionView } from '@portal/contracts'
import type { RefObject } from 'react'
import type { Failure } from '../../lib/failure.ts'
import { ObservationHeading } from './observation-heading.tsx'
import { ObservationReading } from './observation-reading.tsx'
import { OutcomeFields } from './outcome-fields.tsx'
import type { OutcomeForm } from './outcome-form.ts'
import { OutcomeHistory } from './outcome-history.tsx'
import { OutcomeReading } from './outcome-reading.tsx'
import { ReferralSection } from './referral-section.tsx'
import { UnsavedNote } from './unsaved-note.tsx'
import { maySave } from './observation-words.ts'
import type { UnsavedOutcomes } from './unsaved-outcomes.ts'

type Props = {
  observation: ObservationView
  version: VersionView
  form: OutcomeForm
  unsaved: UnsavedOutcomes
  takeFocus: RefObject<boolean>
  onBefore: (() => void) | null
  onAfter: (() => void) | null
  /** To the next one that lacks something; null to who only reads. */
  onWaiting: (() => void) | null
  onSave: () => void
  saving: boolean
  onUndo: () => void
  undoing: boolean
  /** Whether the person may read what outcomes there were before: DERFE, not an area. */
  withHistory: boolean
  tried: boolean
  failure: Failure | null
  single: boolean
}

/** The chosen observation: what one reads, and beside it what one decides. */
export function DeskPanel({ observation, version, form, unsaved, ...rest }: Props) {
  const { takeFocus, onBefore, onAfter, onWaiting, withHistory, ...fields } = rest
  const { id, recordVersion } = observation
  return (
    <article className="resolve-panel" aria-label="Observación elegida">
      <ObservationHeading
        observation={observation}
        {...{ takeFocus, onBefore, onAfter, onWaiting }}
        single={rest.single}
      />
      <ObservationReading observation={observation} version={version} />
      <div className="resolve-decision">
        <ReferralSection observation={observation} />
        {maySave(observation) ? (
          <>
            <OutcomeFields
              observation={observation}
              form={form}
              onChange={(changed) => unsaved.put(observation, changed)}
              {...fields}
            />
            <UnsavedNote
              observation={observation}
              unsaved={unsaved.entries[id]}
              keptByBrowser={unsaved.keptByBrowser}
              onDiscard={() => unsaved.forget(id)}
              onKeep={() => unsaved.rebase(id, recordVersion)}
            />
          </>
        ) : (
          <OutcomeReading observation={observation} />
        )}
        {withHistory && <OutcomeHistory observation={observation} />}
      </div>
    </article>
  )
}
