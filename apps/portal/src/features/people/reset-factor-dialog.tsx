import type { AppointmentRow } from '@portal/contracts'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'

/** For whoever lost their phone or key, and the recovery codes too. */
export function ResetFactorDialog({ row, onClose }: { row: AppointmentRow; onClose: () => void }) {
  const trpc = useTRPC()
  const reset = useAct(trpc.people.resetSecondFactor.mutationOptions(), {
    done: 'Segundo factor restablecido.',
    touches: [trpc.people.pathFilter()],
    beside: true,
  })
  return (
    <ActDialog
      opened
      onClose={onClose}
      title="Restablecer el segundo factor"
      consequence={`Los códigos de la aplicación, las llaves de acceso y los códigos de recuperación de ${row.person.name} dejan de servir y se cierran sus sesiones. Entrará con su contraseña y, si su función lo necesita, configurará otro. Compruebe antes, por otro medio, que la solicitud es de esa persona.`}
      confirm="Restablecer"
      danger
      act={reset}
      reason="Razón"
      input={(reason) => ({ personId: row.person.id, reason })}
    />
  )
}
