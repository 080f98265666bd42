import type { ProviderRow } from '@portal/contracts'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'

/** Suspends a provider in use, or takes up one that is suspended. */
export function SuspendDialog({ row, onClose }: { row: ProviderRow; onClose: () => void }) {
  const trpc = useTRPC()
  const settings = { touches: [trpc.signOn.pathFilter()], beside: true }
  const suspend = useAct(trpc.signOn.suspend.mutationOptions(), { done: 'Proveedor suspendido.', ...settings })
  const resume = useAct(trpc.signOn.resume.mutationOptions(), { done: 'Proveedor en uso.', ...settings })
  const inUse = row.suspendedAt === null
  return (
    <ActDialog
      opened
      onClose={onClose}
      title={inUse ? `Suspender ${row.name}` : `Reanudar ${row.name}`}
      consequence={
        inUse
          ? 'De inmediato nadie entra con este proveedor, y quien entró con él pierde el acceso. Mientras esté suspendido se puede entrar con contraseña.'
          : 'Las personas de sus instituciones vuelven a entrar con este proveedor.'
      }
      confirm={inUse ? 'Suspender' : 'Reanudar'}
      danger={inUse}
      act={inUse ? suspend : resume}
      reason="Razón"
      input={(reason) => ({ providerId: row.id, seen: row.recordVersion, reason })}
    />
  )
}
