import { Button, Stack, Text } from '@mantine/core'
import { domainOf } from '@portal/domain'
import { RefusalNote } from '@portal/ui'
import { IconBuildingCommunity } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { startSignOn, type RequiredSignOn } from '../../lib/authentication.ts'
import { ownPath } from '../../lib/own-path.ts'
import { useTRPC } from '../../lib/trpc.ts'

const route = getRouteApi('/public/entrar')

/**
 * Leads whoever types an address of an institution with a provider of its own to that provider; and whoever has another
 * address, to the one that the portal named when it took no password of theirs.
 */
export function SignOn({ email, required }: { email: string; required: RequiredSignOn | null }) {
  const { volver } = route.useSearch()
  const trpc = useTRPC()
  const offers = useQuery(trpc.signOn.offers.queryOptions(undefined, { staleTime: 300_000 })).data
  const [leaving, setLeaving] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const domain = email.includes('@') ? domainOf(email) : null
  const offer =
    required?.email === email.trim()
      ? { ...required, exclusive: true }
      : offers?.find(({ domains }) => domain !== null && domains.includes(domain))
  const leave = async (providerId: string) => {
    setLeaving(true)
    const why = await startSignOn(providerId, email.trim(), ownPath(volver) ?? '/')
    setFailure(why)
    if (why !== null) setLeaving(false)
  }
  return (
    <div aria-live="polite">
      {offer && (
        <Stack gap="xs">
          <Button
            leftSection={<IconBuildingCommunity size={16} aria-hidden />}
            variant={offer.exclusive ? 'filled' : 'outline'}
            loading={leaving}
            onClick={() => void leave(offer.providerId)}
          >
            Entrar con {offer.name}
          </Button>
          <Text size="sm" c="dimmed">
            {offer.exclusive
              ? 'Su institución entra así, con su propia cuenta. La contraseña del portal es solo para quien lo administra.'
              : 'Con la cuenta de su institución, o abajo con la contraseña del portal.'}
          </Text>
          {failure !== null && <RefusalNote>{failure}</RefusalNote>}
        </Stack>
      )}
    </div>
  )
}
