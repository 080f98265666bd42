import { Button } from '@mantine/core'
import { useFocusReturn } from '@mantine/hooks'
import type { ProviderRow } from '@portal/contracts'
import { DataTable, EmptyState, LoadingRows, PageHeader } from '@portal/ui'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useActor } from '../../lib/session.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ProviderDialog } from './provider-dialog.tsx'
import { useProviderColumns, type ProviderAct } from './provider-columns.tsx'
import { SuspendDialog } from './suspend-dialog.tsx'

type Open = { act: 'register'; row: null } | { act: ProviderAct; row: ProviderRow }

/** The identity providers that institutions bring: whom each lets in, and whether it is in use. */
export function ProvidersPage() {
  const trpc = useTRPC()
  const administers = useActor().role === 'administrator'
  const list = useQuery(trpc.signOn.providers.queryOptions())
  const [open, setOpen] = useState<Open | null>(null)
  useFocusReturn({ opened: open !== null })
  const columns = useProviderColumns((act, row) => setOpen({ act, row }))
  const close = () => setOpen(null)
  const rows = list.data?.rows ?? []
  return (
    <>
      <PageHeader
        context={<Link to="/personas">Personas y nombramientos</Link>}
        title="Proveedores de identidad"
        sentence="Con el proveedor de su institución una persona entra con la cuenta que ya tiene. Quién puede entrar lo dicen los nombramientos; el proveedor solo confirma quién es."
        action={
          administers && (
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              disabled={!list.data}
              onClick={() => setOpen({ act: 'register', row: null })}
            >
              Registrar un proveedor
            </Button>
          )
        }
      />
      {list.error && !list.data && <QueryFailure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingRows rows={3} label="Cargando los proveedores…" />}
      {list.data && rows.length === 0 && (
        <EmptyState title="Ninguna institución entra con su proveedor">
          Todas las personas entran con la contraseña que eligieron en el portal.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <DataTable
          caption="Proveedores de identidad"
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          narrow="stack"
        />
      )}
      {(open?.act === 'register' || open?.act === 'edit') && list.data && (
        <ProviderDialog before={open.row} redirectUri={list.data.redirectUri} onClose={close} />
      )}
      {(open?.act === 'suspend' || open?.act === 'resume') && <SuspendDialog row={open.row} onClose={close} />}
    </>
  )
}
