import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Day } from '@portal/ui'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ask } from '../lib/authentication.ts'
import { useNameOf } from '../lib/organisations.ts'
import { roleAt } from '../lib/role-at.ts'
import { useTRPC } from '../lib/trpc.ts'

/** For whoever may act in the place of another: in whose name they act from now on. Nothing where there is no choice. */
export function ActFor() {
  const trpc = useTRPC()
  const nameOf = useNameOf()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const delegations = useQuery(trpc.people.ownDelegations.queryOptions(undefined, { staleTime: 60_000 })).data ?? []
  if (delegations.length === 0) return null

  const choose = async (delegationId: string | null) => {
    const asked = await ask('/auth/actuar-por', { delegationId })
    if (!asked.ok) {
      notifications.show({ color: 'red', title: 'No se hizo', message: asked.message, role: 'alert' })
      return
    }
    await navigate({ to: '/' })
    // Nothing that was seen in the other name stays.
    await queryClient.resetQueries()
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" size="compact-sm" rightSection={<IconChevronDown size={14} aria-hidden />}>
          Actuar por…
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item aria-current={delegations.every(({ current }) => !current)} onClick={() => void choose(null)}>
          En nombre propio
        </Menu.Item>
        {delegations.map(({ id, holder, role, organisationId, untilDay, current }) => (
          <Menu.Item key={id} aria-current={current} onClick={() => void choose(id)}>
            Por {holder}
            <div className="ui-quiet">
              {roleAt(role, nameOf(organisationId))}, hasta <Day date={untilDay} />
            </div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
