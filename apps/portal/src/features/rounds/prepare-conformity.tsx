import { Checkbox, Group, NumberInput, Select } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { DAY_KIND_OPTIONS } from './day-kinds.ts'
import type { Plan } from './prepare-plan.ts'

/** Whether the OPL may say, before the matrix is published, if they agree with what was decided, and for how long. */
export function ConformityPhase({ form }: { form: UseFormReturnType<Plan> }) {
  const { asksConformity, conformityAmount } = form.values
  return (
    <>
      <Checkbox
        label="Preguntar a los OPL si están conformes antes de publicar la matriz"
        description="Su conformidad o inconformidad consta en la matriz; no reabre lo resuelto."
        {...form.getInputProps('asksConformity', { type: 'checkbox' })}
      />
      {asksConformity && (
        <Group gap="sm" align="flex-start">
          <NumberInput
            label="Plazo de conformidad"
            allowDecimal={false}
            allowNegative={false}
            w="12rem"
            value={conformityAmount}
            error={form.errors['conformityAmount']}
            onChange={(value) => form.setFieldValue('conformityAmount', typeof value === 'number' ? value : '')}
          />
          <Select label="En" data={DAY_KIND_OPTIONS} w="10rem" {...form.getInputProps('conformityKind')} />
        </Group>
      )}
    </>
  )
}
