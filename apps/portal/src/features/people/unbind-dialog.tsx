import type { AppointmentRow } from '@portal/contracts'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'

/** For whoever got another account at their institution. */
export function UnbindDialog({
  person,
  provider,
  onClose,
}: {
  person: AppointmentRow['person']
  provider: NonNullable<AppointmentRow['provider']>
  onClose: () => void
}) {
  const trpc = useTRPC()
  const unbind = useAct(trpc.signOn.unbind.mutationOptions(), {
    done: 'Cuenta desvinculada.',
    touches: [trpc.people.pathFilter(), trpc.signOn.pathFilter()],
    beside: true,
  })
  return (
    <ActDialog
      opened
      onClose={onClose}
      title="Desvincular la cuenta del proveedor"
      consequence={`La cuenta de ${provider.name} con la que ${person.name} entra deja de servir y se cierran las sesiones que abrió. Quedará vinculada la siguiente con la que ${provider.name} confirme el correo ${person.email}. Compruebe antes, por otro medio, que ese correo sigue siendo de esa persona.`}
      confirm="Desvincular"
      danger
      act={unbind}
      reason="Razón"
      input={(reason) => ({ personId: person.id, providerId: provider.id, reason })}
    />
  )
}
