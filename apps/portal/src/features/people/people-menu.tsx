import { Button, Menu } from '@mantine/core'
import type { AppointmentRow } from '@portal/contracts'
import {
  IconChevronDown,
  IconCircleOff,
  IconLink,
  IconShieldOff,
  IconUnlink,
  IconUserPlus,
  IconUserShare,
  type Icon,
} from '@tabler/icons-react'
import { useRef } from 'react'

type Allowed = AppointmentRow['allowed'][number]
type Item = { needs: Allowed; icon: Icon; label: string }

/** In the order of the menu; what ends the appointment stands apart, last. */
const ITEMS = {
  substitute: { needs: 'end', icon: IconUserShare, label: 'Sustituir' },
  delegate: { needs: 'end', icon: IconUserPlus, label: 'Registrar suplencia' },
  offer_access: { needs: 'offer_access', icon: IconLink, label: 'Dar enlace de acceso' },
  reset_second_factor: { needs: 'reset_second_factor', icon: IconShieldOff, label: 'Restablecer segundo factor' },
  unbind: { needs: 'unbind', icon: IconUnlink, label: 'Desvincular la cuenta del proveedor' },
  end: { needs: 'end', icon: IconCircleOff, label: 'Terminar' },
} as const satisfies Record<string, Item>

export type PeopleAct = keyof typeof ITEMS
const ACTS = Object.keys(ITEMS) as PeopleAct[]

/** What may be done about an appointment and its person; each opens its dialog. */
export function PeopleMenu({
  row,
  onAct,
}: {
  row: AppointmentRow
  onAct: (act: PeopleAct, row: AppointmentRow) => void
}) {
  const button = useRef<HTMLButtonElement>(null)
  const acts = ACTS.filter((act) => row.allowed.includes(ITEMS[act].needs))
  if (acts.length === 0) return <span className="ui-quiet">Ninguno</span>
  const choose = (act: PeopleAct) => {
    // The item goes with its menu: what the dialog gives the focus back to is the button.
    button.current?.focus()
    onAct(act, row)
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          ref={button}
          variant="default"
          size="compact-sm"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`Actos: ${row.person.name}`}
        >
          Actos
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <PeopleItem key={act} act={act} onChoose={() => choose(act)} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function PeopleItem({ act, onChoose }: { act: PeopleAct; onChoose: () => void }) {
  const { icon: Sign, label } = ITEMS[act]
  return (
    <>
      {act === 'end' && <Menu.Divider role="separator" />}
      <Menu.Item leftSection={<Sign size={16} aria-hidden />} onClick={onChoose}>
        {label}
      </Menu.Item>
    </>
  )
}
