import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import classes from './document.module.css'
import { between, describeBox, LEAST_SIDE, moved, resized, type Box, type PageSize } from './region-box.ts'

type MarkedRegion = { id: string; label: string; box: Box; selected: boolean }

type Props = {
  page: number
  size: PageSize
  regions: readonly MarkedRegion[]
  onSelect: (id: string) => void
  /** The region that is being marked on this page; null where none is. */
  draft: Box | null
  /** While it is true a drag on the page draws the draft. */
  marking: boolean
  onDraft: (box: Box) => void
  onConfirm: () => void
  onCancel: () => void
}

const percent = (part: number, whole: number) => `${(100 * part) / whole}%`

const placed = (box: Box, size: PageSize) => ({
  left: percent(box.x, size.width),
  bottom: percent(box.y, size.height),
  width: percent(box.width, size.width),
  height: percent(box.height, size.height),
})

/** What lies over one page: the regions that were observed, and the one that is being marked. */
export function RegionLayer({ page, size, regions, onSelect, draft, marking, onDraft, onConfirm, onCancel }: Props) {
  const layer = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null)

  const pointOf = (event: PointerEvent) => {
    const bounds = layer.current?.getBoundingClientRect()
    if (!bounds) return { x: 0, y: 0 }
    return {
      x: ((event.clientX - bounds.left) / bounds.width) * size.width,
      y: ((bounds.bottom - event.clientY) / bounds.height) * size.height,
    }
  }

  return (
    <div
      ref={layer}
      className={classes['regions']}
      data-marking={marking || undefined}
      onPointerDown={(event) => {
        if (!marking || event.button !== 0 || event.target !== layer.current) return
        layer.current.setPointerCapture(event.pointerId)
        setFrom(pointOf(event))
      }}
      onPointerMove={(event) => {
        if (!from) return
        const box = between(from, pointOf(event), size)
        if (box.width >= LEAST_SIDE && box.height >= LEAST_SIDE) onDraft(box)
      }}
      onPointerUp={() => setFrom(null)}
      onPointerCancel={() => setFrom(null)}
    >
      {regions.map((region) => (
        <button
          key={region.id}
          type="button"
          className={classes['region']}
          style={placed(region.box, size)}
          aria-pressed={region.selected}
          aria-label={`${region.label}, página ${page}: ${describeBox(region.box, size)}`}
          onClick={() => onSelect(region.id)}
        >
          <span className={classes['regionLabel']} aria-hidden="true">
            {region.label}
          </span>
        </button>
      ))}
      {draft ? (
        <DraftRegion page={page} size={size} box={draft} onChange={onDraft} onConfirm={onConfirm} onCancel={onCancel} />
      ) : null}
    </div>
  )
}

type DraftProps = {
  page: number
  size: PageSize
  box: Box
  onChange: (box: Box) => void
  onConfirm: () => void
  onCancel: () => void
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}
/** Points per key: 2 mm, or a third of a millimetre with Alt for the last touch. */
const COARSE = 5.67
const FINE = 1

/** Arrows move it, Shift with the arrows resizes it, Enter takes it, Escape leaves it: no pointer needed. */
function DraftRegion({ page, size, box, onChange, onConfirm, onCancel }: DraftProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => element.current?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key]
    if (arrow) {
      const step = event.altKey ? FINE : COARSE
      const [right, up] = [arrow[0] * step, arrow[1] * step]
      onChange(event.shiftKey ? resized(box, right, -up, size) : moved(box, right, up, size))
    } else if (event.key === 'Enter') onConfirm()
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={element}
      // A slider of two dimensions: no role of ARIA says it better than a described application.
      role="application"
      tabIndex={0}
      className={classes['draft']}
      style={placed(box, size)}
      aria-label="Región que marca"
      aria-roledescription="región de página"
      onKeyDown={onKeyDown}
    >
      <span className={classes['aloud']} aria-live="polite">
        {`Página ${page}: ${describeBox(box, size)}. Flechas para mover, Mayúsculas y flechas para cambiar el tamaño, Intro para aceptar.`}
      </span>
    </div>
  )
}
