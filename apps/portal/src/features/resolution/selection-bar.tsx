import { Button, Group } from '@mantine/core'
import type { ObservationView } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { useState } from 'react'
import { DisposeManyDialog } from './dispose-many-dialog.tsx'
import { RecallDialog, ReferDialog } from './referral-dialogs.tsx'
import { MOST_SELECTED, type Selection } from './use-selection.ts'

type Dialog = 'dispose' | 'refer' | 'recall'
const ACTS = [
  ['dispose', 'Resolver juntas'],
  ['refer', 'Turnar a un área'],
  ['recall', 'Retirar del área'],
] as const satisfies readonly (readonly [Dialog, string])[]

type Props = {
  roundId: string
  selection: Selection
  /** Gives all that the filters leave, also what was not loaded yet. */
  loadAll: () => Promise<readonly ObservationView[]>
}

/** Choosing many observations, and what may be done with those chosen. */
export function SelectionBar({ roundId, selection, loadAll }: Props) {
  const [open, setOpen] = useState<Dialog | null>(null)
  const [loading, setLoading] = useState(false)
  const { rows, add, clear } = selection
  const most = formatCount(MOST_SELECTED)
  const all = async () => {
    setLoading(true)
    add(await loadAll())
    setLoading(false)
  }
  /** What a spelling asks for is seldom disputed: chosen, it is one act to accept it. */
  const spelling = async () => {
    setLoading(true)
    const open = (await loadAll()).filter(({ type, outcome }) => type === 'spelling' && outcome === null)
    clear()
    add(open.filter(({ allowed }) => allowed.includes('dispose')))
    setLoading(false)
  }
  const doable = (kind: Dialog) =>
    rows.length > 0 && rows.length <= MOST_SELECTED && rows.every(({ allowed }) => allowed.includes(kind))
  const at = (kind: Dialog) => ({
    opened: open === kind,
    onClose: () => setOpen(null),
    roundId,
    observations: rows,
    onDone: clear,
  })
  return (
    <Group gap="xs" mb="xs" role="group" aria-label="Varias a la vez" className="resolve-selection">
      <Button size="compact-sm" variant="default" loading={loading} onClick={() => void all()}>
        Elegir todas las de la lista
      </Button>
      <Button size="compact-sm" variant="default" loading={loading} onClick={() => void spelling()}>
        Elegir las de ortografía sin sentido
      </Button>
      {rows.length > 0 && (
        <>
          {ACTS.filter(([kind]) => doable(kind)).map(([kind, label]) => (
            <Button key={kind} size="compact-sm" onClick={() => setOpen(kind)}>
              {label}
            </Button>
          ))}
          <Button size="compact-sm" variant="subtle" color="gray.8" onClick={clear}>
            Quitar la selección
          </Button>
        </>
      )}
      <span role="status">{selectedWords(rows, most)}</span>
      <DisposeManyDialog {...at('dispose')} />
      <ReferDialog {...at('refer')} />
      <RecallDialog {...at('recall')} />
    </Group>
  )
}

function selectedWords(rows: readonly ObservationView[], most: string): string {
  if (rows.length === 0) return ''
  const chosen = rows.length === 1 ? '1 elegida' : `${formatCount(rows.length)} elegidas`
  if (rows.length > MOST_SELECTED) return `${chosen}: un acto toma a lo más ${most}. Ponga un filtro.`
  const mixed = new Set(rows.map(({ status }) => status === 'referred')).size > 1
  return mixed ? `${chosen}: unas están turnadas y otras no. Filtre por estado para actuar sobre ellas.` : chosen
}
