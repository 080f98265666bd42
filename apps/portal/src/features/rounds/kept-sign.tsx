import { IconAlertTriangle, IconCloudCheck, IconCloudUpload, IconDeviceFloppy, type Icon } from '@tabler/icons-react'
import { StatusBadge, type Tone } from '@portal/ui'
import type { Kept } from './use-autosave.ts'

const SIGNS = {
  nothing_yet: {
    icon: IconDeviceFloppy,
    tone: 'neutral',
    label: 'Todavía no se guarda: escriba algo o guarde el borrador',
  },
  on_device: { icon: IconDeviceFloppy, tone: 'warn', label: 'Guardado sólo en este equipo; se enviará al portal' },
  saving: { icon: IconCloudUpload, tone: 'active', label: 'Guardando en el portal…' },
  refused: {
    icon: IconAlertTriangle,
    tone: 'bad',
    label: 'El portal no lo aceptó; queda guardado en este equipo',
  },
  in_portal: { icon: IconCloudCheck, tone: 'good', label: 'Guardado en el portal' },
} as const satisfies Record<Kept, { icon: Icon; tone: Tone; label: string }>

/** Where the draft is kept now; said aloud when it changes. */
export const KeptSign = ({ kept }: { kept: Kept }) => (
  <div role="status">
    <StatusBadge {...SIGNS[kept]} plain />
  </div>
)
