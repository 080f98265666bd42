import type { AppointmentRow } from '@portal/contracts'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'

/** For whoever lost the first link or forgot the password. */
export function AccessDialog({
  row,
  onClose,
  onLink,
}: {
  row: AppointmentRow
  onClose: () => void
  onLink: (handed: { name: string; link: string }) => void
}) {
  const trpc = useTRPC()
  const offer = useAct(trpc.people.offerAccess.mutationOptions(), {
    done: 'Enlace listo.',
    touches: [trpc.people.pathFilter()],
    beside: true,
    onDone: ({ link }) => link !== null && onLink({ name: row.person.name, link }),
  })
  return (
    <ActDialog
      opened
      onClose={onClose}
      title="Dar un enlace de acceso"
      consequence={`Con el enlace ${row.person.name} elige una contraseña nueva; sirve una vez y vence en siete días. El enlace anterior deja de servir. Al usarlo se cierran sus sesiones abiertas.`}
      confirm="Generar el enlace"
      act={offer}
      reason="Razón"
      input={(reason) => ({ personId: row.person.id, reason })}
    />
  )
}
