import { Button, Group, SegmentedControl, Stack, Textarea } from '@mantine/core'
import type { ObservationView, VersionView } from '@portal/contracts'
import { OBSERVATION_TYPE_NAMES, OBSERVATION_TYPES } from '@portal/domain'
import { RefusalNote, TextRangePicker, TrackedPreview } from '@portal/ui'
import { useEffect, useRef, useState } from 'react'
import { DiscardButton } from './discard-button.tsx'
import { KeptSign } from './kept-sign.tsx'
import { fieldsOf, newFields } from './observation-fields.ts'
import { targetLabel, targetText, type Target } from './target.ts'
import { useAutosave } from './use-autosave.ts'

type Props = {
  roundId: string
  responseId: string
  version: VersionView
  observation: ObservationView | undefined
  begun: Target | null
  onClose: () => void
}

const TYPES = OBSERVATION_TYPES.map((type) => ({ value: type, label: OBSERVATION_TYPE_NAMES[type] }))

/** Writing an observation: saved by itself, with what would change shown as one types. */
export function ObservationForm({ responseId, version, observation, begun, onClose }: Props) {
  const target = observation?.target ?? begun
  if (!target) throw new Error('An observation is written on something')
  const initial = observation ? fieldsOf(observation) : newFields(target, targetText(target, version))
  const { fields, change, flush, kept, failure, savedNow, discardDevice } = useAutosave(
    responseId,
    observation,
    initial,
  )
  const [picking, setPicking] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  const clauseId = fields.target.kind === 'region' ? null : fields.target.clauseId
  const clause = version.clauses.find((one) => one.id === clauseId)
  const changed = fields.says.trim() !== fields.shouldSay.trim()

  /** The field that had the focus goes: what was chosen is read aloud from the heading. */
  const closePicking = (target: Target, quote: string | null) => {
    change({ target, ...(quote !== null && { says: quote, shouldSay: quote }) })
    setPicking(false)
    heading.current?.focus()
  }

  const finish = async () => {
    if (await flush()) onClose()
  }

  return (
    <form
      className="observation-form"
      aria-labelledby="observacion-titulo"
      onSubmit={(event) => {
        event.preventDefault()
        void finish()
      }}
    >
      <h2 id="observacion-titulo" ref={heading} tabIndex={-1}>
        {observation ? 'Observación' : 'Nueva observación'}: {targetLabel(fields.target, version)}
      </h2>
      <Stack gap="sm">
        {clause && !picking && (
          <Button variant="subtle" size="compact-sm" w="fit-content" onClick={() => setPicking(true)}>
            Elegir un fragmento de {clause.citation}
          </Button>
        )}
        {clause && picking && (
          <TextRangePicker
            citation={clause.citation}
            text={clause.text}
            onPick={(range) => closePicking({ kind: 'text', clauseId: clause.id, ...range }, range.quote)}
            onCancel={() => closePicking({ kind: 'clause', clauseId: clause.id }, null)}
          />
        )}
        <div role="group" aria-labelledby="observacion-tipo">
          <span id="observacion-tipo" className="observation-label">
            Tipo
          </span>
          <SegmentedControl
            size="xs"
            aria-label="Tipo"
            data={TYPES}
            value={fields.type}
            onChange={(value) => change({ type: OBSERVATION_TYPES.find((type) => type === value) ?? fields.type })}
          />
        </div>
        <Area label="Dice" value={fields.says} onChange={(says) => change({ says })} />
        <Area label="Debe decir" value={fields.shouldSay} onChange={(shouldSay) => change({ shouldSay })} />
        {changed && (
          <div>
            <span className="observation-label">Así cambiaría</span>
            <TrackedPreview before={fields.says} after={fields.shouldSay} />
          </div>
        )}
        <Area label="Justificación" value={fields.rationale} onChange={(rationale) => change({ rationale })} />
        <Area
          label="Fundamento"
          description="Artículo o acuerdo en que se apoya, si lo hay."
          value={fields.legalBasis}
          onChange={(legalBasis) => change({ legalBasis })}
        />
        {failure && <RefusalNote requestId={failure.requestId}>{failure.message}</RefusalNote>}
        <KeptSign kept={kept} />
        <Group gap="sm">
          <Button type="submit">Guardar borrador</Button>
          <Button variant="default" onClick={onClose}>
            Cerrar
          </Button>
          <DiscardButton
            savedNow={savedNow}
            onDiscarded={() => {
              discardDevice()
              onClose()
            }}
          />
        </Group>
      </Stack>
    </form>
  )
}

function Area({
  label,
  description,
  value,
  onChange,
}: {
  label: string
  description?: string
  value: string
  onChange: (value: string) => void
}) {
  return (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={2}
      maxRows={12}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
