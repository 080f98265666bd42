import { Button, Checkbox, Fieldset, Group } from '@mantine/core'
import type { OrganisationView } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { FieldError } from '@portal/ui'
import { useId } from 'react'

type Props = {
  /** In the official order, which is kept whatever the order of the clicks. */
  opl: readonly OrganisationView[]
  chosen: readonly string[]
  error: string | null
  onChange: (chosen: string[]) => void
}

export function Recipients({ opl, chosen, error, onChange }: Props) {
  const errorId = useId()
  const ids = opl.map(({ id }) => id)
  const toggle = (id: string, on: boolean) => onChange(ids.filter((one) => (one === id ? on : chosen.includes(one))))
  return (
    <Fieldset
      legend={`Destinatarios: ${formatCount(chosen.length)} de ${formatCount(opl.length)} OPL`}
      aria-describedby={error === null ? undefined : errorId}
    >
      <div className="plan-recipients">
        {opl.map(({ id, shortName, entity }) => (
          <Checkbox
            key={id}
            label={entity === null || shortName.includes(entity) ? shortName : `${shortName}, ${entity}`}
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
        ))}
      </div>
      <Group gap="xs" mt="sm">
        <Button size="compact-xs" variant="default" onClick={() => onChange(ids)}>
          Elegir todos
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onChange([])}>
          Quitar todos
        </Button>
      </Group>
      <FieldError id={errorId}>{error}</FieldError>
    </Fieldset>
  )
}
