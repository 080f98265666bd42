import { Stack } from '@mantine/core'
import { LoadingRows, PageHeader } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { FactorsSection } from './factors-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import './account.css'

/** How the person enters, and where they are entered. */
export function AccountPage() {
  const trpc = useTRPC()
  const { data: account, error, refetch } = useQuery(trpc.account.get.queryOptions())
  return (
    <>
      <PageHeader
        title="Mi cuenta"
        sentence={account ? `Cómo entra usted al portal con ${account.email}.` : 'Cómo entra usted al portal.'}
      />
      {error && !account && <QueryFailure error={error} onRetry={() => void refetch()} />}
      {!account && !error && <LoadingRows rows={6} label="Cargando su cuenta…" />}
      {account && (
        <Stack gap="xl" className="account">
          <FactorsSection account={account} />
          {account.hasPassword && <PasswordSection account={account} />}
          <SessionsSection sessions={account.sessions} />
        </Stack>
      )}
    </>
  )
}
