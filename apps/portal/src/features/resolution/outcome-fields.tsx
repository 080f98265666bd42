import { Button, Group, NumberInput, Radio, Stack, Textarea } from '@mantine/core'
import type { ObservationView } from '@portal/contracts'
import { DISPOSITION_NAMES, DISPOSITIONS, OUTCOME_GAP_NAMES, type OutcomeGap } from '@portal/domain'
import { RefusalNote } from '@portal/ui'
import type { Failure } from '../../lib/failure.ts'
import { choose, gapsOf, gapsSentence, takesAgreedText, type OutcomeForm } from './outcome-form.ts'

type Props = {
  observation: ObservationView
  form: OutcomeForm
  onChange: (form: OutcomeForm) => void
  onSave: () => void
  saving: boolean
  onUndo: () => void
  undoing: boolean
  /** A save was tried: what is missing is also said beside its field. */
  tried: boolean
  failure: Failure | null
  /** Whether the keys 1 to 4 act, and are shown. */
  single: boolean
}

/** The coordinator's proposal for one observation. */
export function OutcomeFields({ observation, form, onChange, onSave, saving, tried, failure, single, ...undo }: Props) {
  const gaps = gapsOf(form)
  const missing = (gap: OutcomeGap) => (tried && gaps.includes(gap) ? `Falta ${OUTCOME_GAP_NAMES[gap]}.` : null)
  const itself = form.answeredBy !== null && form.answeredBy === observation.number
  return (
    <form
      noValidate
      className="resolve-form"
      aria-label="Propuesta"
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <Stack gap="sm">
        <Radio.Group
          label="Sentido"
          value={form.disposition}
          error={missing('NO_DISPOSITION')}
          onChange={(value) => {
            const disposition = DISPOSITIONS.find((known) => known === value)
            if (disposition) onChange(choose(form, disposition, observation.shouldSay))
          }}
        >
          <Stack gap={6} mt={6}>
            {DISPOSITIONS.map((disposition, index) => (
              <Radio
                key={disposition}
                value={disposition}
                label={
                  <>
                    {DISPOSITION_NAMES[disposition]}
                    {single && <kbd aria-hidden="true">{index + 1}</kbd>}
                  </>
                }
              />
            ))}
          </Stack>
        </Radio.Group>
        {form.disposition === 'answered_elsewhere' && (
          <NumberInput
            label="Atendida en la observación número"
            min={1}
            allowDecimal={false}
            allowNegative={false}
            value={form.answeredBy ?? ''}
            error={
              itself ? 'Es esta misma observación: escriba el número de otra.' : missing('NO_ANSWERING_OBSERVATION')
            }
            onChange={(value) =>
              onChange({ ...form, answeredBy: typeof value === 'number' && value > 0 ? value : null })
            }
          />
        )}
        <Textarea
          label="Razón"
          description={form.disposition === 'accepted' ? 'Puede quedar vacía: procede como se pidió.' : undefined}
          minRows={3}
          maxRows={12}
          maxLength={8000}
          value={form.reason}
          error={missing('NO_REASON')}
          onChange={(event) => onChange({ ...form, reason: event.currentTarget.value })}
        />
        {takesAgreedText(form.disposition) && (
          <Textarea
            label="Texto acordado"
            description="El que quedará en la versión siguiente."
            minRows={3}
            maxRows={16}
            maxLength={20_000}
            value={form.agreedText}
            error={missing('NO_AGREED_TEXT')}
            onChange={(event) => onChange({ ...form, agreedText: event.currentTarget.value })}
          />
        )}
        <p className="resolve-gaps">{gapsSentence(gaps) ?? 'Tiene todo lo que necesita.'}</p>
        {failure && <RefusalNote requestId={failure.requestId}>{failure.message}</RefusalNote>}
        <Group gap="sm">
          <Button type="submit" loading={saving} aria-keyshortcuts="Control+Enter">
            {observation.allowed.includes('answer_referral') ? 'Enviar a la DERFE' : 'Guardar propuesta'}
          </Button>
          <span className="ui-quiet" aria-hidden="true">
            <kbd>Ctrl</kbd> <kbd>Intro</kbd>
          </span>
          {observation.allowed.includes('undo') && (
            <Button
              variant="default"
              loading={undo.undoing}
              aria-keyshortcuts={single ? 'z' : undefined}
              onClick={undo.onUndo}
            >
              Deshacer
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
