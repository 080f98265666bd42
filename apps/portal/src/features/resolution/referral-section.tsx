import { Button, Group } from '@mantine/core'
import type { ObservationView } from '@portal/contracts'
import { actingName } from '@portal/domain'
import { Moment } from '@portal/ui'
import { useState } from 'react'
import { useNameOf } from '../../lib/organisations.ts'
import { RecallDialog, ReferDialog } from './referral-dialogs.tsx'

/** To which area the chosen observation is referred and what it is asked; and the way to refer it or take it back. */
export function ReferralSection({ observation }: { observation: ObservationView }) {
  const nameOf = useNameOf()
  const [open, setOpen] = useState<'refer' | 'recall' | null>(null)
  const { referral, status, allowed, roundId } = observation
  const at = (kind: 'refer' | 'recall') => ({
    opened: open === kind,
    onClose: () => setOpen(null),
    roundId,
    observations: [observation],
  })
  if (referral === null && !allowed.includes('refer')) return null
  return (
    <section className="resolve-referral" aria-label="Turno a un área">
      {referral && (
        <>
          <h3>
            {status === 'referred'
              ? `Turnada a ${nameOf(referral.organisationId)}`
              : `Se turnó a ${nameOf(referral.organisationId)}`}
          </h3>
          <p className="resolve-instruction">{referral.instruction}</p>
          <p className="ui-quiet">
            {actingName(referral.by)}, <Moment at={referral.at} />
          </p>
        </>
      )}
      <Group gap="xs">
        {allowed.includes('refer') && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen('refer')}>
            Turnar a un área
          </Button>
        )}
        {allowed.includes('recall') && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen('recall')}>
            Retirar del área
          </Button>
        )}
      </Group>
      <ReferDialog {...at('refer')} />
      <RecallDialog {...at('recall')} />
    </section>
  )
}
