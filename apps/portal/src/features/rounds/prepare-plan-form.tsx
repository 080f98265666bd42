import { Button, Group, NumberInput, Radio, Select, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { OrganisationView, WorkCalendarView } from '@portal/contracts'
import { ROUND_VISIBILITIES, ROUND_VISIBILITY_NAMES } from '@portal/domain'
import { RefusalNote } from '@portal/ui'
import type { Failure } from '../../lib/failure.ts'
import { DAY_KIND_OPTIONS } from './day-kinds.ts'
import { ConformityPhase } from './prepare-conformity.tsx'
import { useDuePreview } from './prepare-due.ts'
import { DuePreviewBox } from './prepare-due-preview.tsx'
import { validatePlan, type Plan } from './prepare-plan.ts'
import { Recipients } from './prepare-recipients.tsx'
import './prepare-round.css'

type Props = {
  initial: Plan
  opl: readonly OrganisationView[]
  calendars: readonly WorkCalendarView[]
  save: string
  pending: boolean
  failure: Failure | null
  onSave: (plan: Plan) => void
  onCancel: () => void
}

/** To whom, for how long, with what message; the due date is worked out while one types. */
export function PlanForm({ initial, opl, calendars, save, pending, failure, onSave, onCancel }: Props) {
  const form = useForm<Plan>({ initialValues: initial, validate: validatePlan })
  const { recipients, amount, calendarKey } = form.values
  const preview = useDuePreview(form.values)
  const calendar = calendars.find(({ key }) => key === calendarKey)

  return (
    <form noValidate onSubmit={form.onSubmit(onSave)} className="plan-form">
      <Stack gap="md">
        <Recipients
          opl={opl}
          chosen={recipients}
          error={typeof form.errors['recipients'] === 'string' ? form.errors['recipients'] : null}
          onChange={(chosen) => form.setFieldValue('recipients', chosen)}
        />
        <Group gap="sm" align="flex-start">
          <NumberInput
            label="Plazo"
            allowDecimal={false}
            allowNegative={false}
            w="10rem"
            value={amount}
            error={form.errors['amount'] ?? preview.amountError}
            onChange={(value) => form.setFieldValue('amount', typeof value === 'number' ? value : '')}
          />
          <Select label="En" data={DAY_KIND_OPTIONS} w="10rem" {...form.getInputProps('kind')} />
          <Select
            label="Calendario"
            data={calendars.map(({ key, name }) => ({ value: key, label: name }))}
            flex="1 1 16rem"
            {...form.getInputProps('calendarKey')}
            description={calendar && `Fundamento: ${calendar.legalBasis}`}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={form.errors['calendarKey'] ?? preview.calendarError}
          />
        </Group>
        <DuePreviewBox preview={preview} />
        <Radio.Group label="Cada OPL ve las observaciones de los demás" {...form.getInputProps('visibility')}>
          <Stack gap="xs" mt="xs">
            {ROUND_VISIBILITIES.map((visibility) => (
              <Radio key={visibility} value={visibility} label={ROUND_VISIBILITY_NAMES[visibility]} />
            ))}
          </Stack>
        </Radio.Group>
        <ConformityPhase form={form} />
        <Textarea
          label="Mensaje a los OPL"
          description="Lo leen al abrir la ronda. Puede quedar vacío."
          minRows={3}
          maxLength={2000}
          {...form.getInputProps('message')}
        />
        {failure && <RefusalNote requestId={failure.requestId}>{failure.message}</RefusalNote>}
        <Group gap="sm">
          <Button type="submit" loading={pending}>
            {save}
          </Button>
          <Button variant="default" disabled={pending} onClick={onCancel}>
            Volver sin guardar
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
