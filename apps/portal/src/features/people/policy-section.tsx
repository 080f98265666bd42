import { Button, Checkbox, Stack } from '@mantine/core'
import type { SecondFactorPolicy } from '@portal/contracts'
import { ROLE_NAMES, ROLES, type Role } from '@portal/domain'
import { LoadingRows } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useActor } from '../../lib/session.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'
import './people.css'

const list = (roles: readonly Role[]) =>
  new Intl.ListFormat('es-MX', { type: 'conjunction' }).format(roles.map((role) => ROLE_NAMES[role]))

/** For which roles a second factor is compulsory; the administration adds roles and takes none away. */
export function PolicySection() {
  const trpc = useTRPC()
  const administers = useActor().role === 'administrator'
  const { data: policy, error, refetch } = useQuery(trpc.people.secondFactorPolicy.queryOptions())
  const [widening, setWidening] = useState(false)
  return (
    <section aria-labelledby="segundo-factor" className="people-policy">
      <h2 id="segundo-factor">Segundo factor obligatorio</h2>
      {error && !policy && <QueryFailure error={error} onRetry={() => void refetch()} />}
      {!policy && !error && <LoadingRows rows={2} label="Cargando la política…" />}
      {policy && <Policy policy={policy} />}
      {policy && administers && lacking(policy).length > 0 && (
        <Button variant="default" size="compact-sm" onClick={() => setWidening(true)}>
          Exigirlo a más funciones
        </Button>
      )}
      {policy && widening && <WidenDialog policy={policy} onClose={() => setWidening(false)} />}
    </section>
  )
}

const lacking = ({ always, widened }: SecondFactorPolicy): Role[] =>
  ROLES.filter((role) => !always.includes(role) && !widened.some((one) => one.role === role))

const Policy = ({ policy: { always, widened, exempt } }: { policy: SecondFactorPolicy }) => (
  <>
    <p>
      Siempre: {list(always)}. Por decisión de la administración:{' '}
      {widened.length === 0 ? 'ninguna otra función' : list(widened.map(({ role }) => role))}.
    </p>
    {exempt && <p className="ui-quiet">Esta es la demostración: a nadie se le exige.</p>}
  </>
)

function WidenDialog({ policy, onClose }: { policy: SecondFactorPolicy; onClose: () => void }) {
  const trpc = useTRPC()
  const [roles, setRoles] = useState<Role[]>([])
  const widen = useAct(trpc.people.widenSecondFactor.mutationOptions(), {
    done: 'Segundo factor exigido a más funciones.',
    touches: [trpc.people.pathFilter()],
    beside: true,
  })
  return (
    <ActDialog
      opened
      onClose={onClose}
      title="Exigir el segundo factor a más funciones"
      consequence="Rige de inmediato y no se puede revertir: quien tenga la función y no tenga segundo factor deberá configurarlo antes de continuar, también si está trabajando ahora."
      confirm="Exigir"
      disabled={roles.length === 0}
      danger
      act={widen}
      reason="Razón"
      input={(reason) => ({ roles, reason })}
    >
      <Checkbox.Group label="Funciones" value={roles} onChange={(chosen) => setRoles(chosen)}>
        <Stack gap={6} mt={4}>
          {lacking(policy).map((role) => (
            <Checkbox key={role} value={role} label={ROLE_NAMES[role]} />
          ))}
        </Stack>
      </Checkbox.Group>
    </ActDialog>
  )
}
