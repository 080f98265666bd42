import { Group, NumberInput, Select } from '@mantine/core'
import type { RoundView } from '@portal/contracts'
import { formatDue } from '@portal/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { DAY_KIND_OPTIONS, type DayKind } from './day-kinds.ts'

/** An extension counts from the present due date; the screen says where it leads before it is granted. */
export function ExtendDialog({ round, opened, onClose }: { round: RoundView; opened: boolean; onClose: () => void }) {
  const trpc = useTRPC()
  const [amount, setAmount] = useState(2)
  const [kind, setKind] = useState<DayKind>(round.rule.kind)
  const rule = { amount, kind }
  const preview = useQuery(
    trpc.calendar.previewDue.queryOptions(
      { rule, calendarKey: round.calendarKey, extends: round.id },
      { enabled: opened, placeholderData: keepPreviousData, retry: false },
    ),
  )
  const extend = useAct(trpc.rounds.extend.mutationOptions(), {
    done: 'Prórroga registrada.',
    touches: [trpc.rounds.pathFilter(), trpc.turn.pathFilter()],
    beside: true,
  })
  return (
    <ActDialog
      opened={opened}
      onClose={onClose}
      title="Prorrogar el cierre"
      consequence={
        preview.data
          ? `El nuevo cierre será ${formatDue(preview.data.due)}. Vale para todos los OPL y queda constancia de la razón.`
          : 'Indique cuánto se prorroga para ver el nuevo cierre.'
      }
      confirm="Prorrogar"
      act={extend}
      reason="Por qué se prorroga"
      input={(reason) => ({ roundId: round.id, seen: round.recordVersion, rule, reason })}
    >
      <Group gap="sm" align="end">
        <NumberInput
          label="Cuánto más"
          min={1}
          max={365}
          allowDecimal={false}
          value={amount}
          onChange={(value) => typeof value === 'number' && setAmount(value)}
        />
        <Select
          label="En"
          data={DAY_KIND_OPTIONS}
          value={kind}
          allowDeselect={false}
          onChange={(value) => setKind(DAY_KIND_OPTIONS.find((option) => option.value === value)?.value ?? kind)}
        />
      </Group>
    </ActDialog>
  )
}
