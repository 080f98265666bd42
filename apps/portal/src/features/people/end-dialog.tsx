import type { AppointmentRow } from '@portal/contracts'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { useNameOf } from '../../lib/organisations.ts'
import { roleAt } from '../../lib/role-at.ts'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'

export function EndDialog({ row, onClose }: { row: AppointmentRow; onClose: () => void }) {
  const trpc = useTRPC()
  const nameOf = useNameOf()
  const end = useAct(trpc.people.end.mutationOptions(), {
    done: 'Nombramiento terminado.',
    touches: [trpc.people.pathFilter()],
    beside: true,
  })
  return (
    <ActDialog
      opened
      onClose={onClose}
      title="Terminar el nombramiento"
      consequence={`${row.person.name} dejará de inmediato de actuar como ${roleAt(row.role, nameOf(row.organisationId))}. Lo que hizo queda en la bitácora. No se puede deshacer: para que vuelva se registra otro nombramiento.`}
      confirm="Terminar el nombramiento"
      danger
      act={end}
      reason="Razón"
      input={(reason) => ({ appointmentId: row.id, seen: row.recordVersion, reason })}
    />
  )
}
