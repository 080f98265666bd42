import { describeBox, type PageSize } from '../document/region-box.ts'
import classes from './artwork.module.css'
import type { NamedBox } from './page-view.tsx'

/** The regions that changed, in millimetres; each leads to its place. */
export function ChangedList({
  boxes,
  size,
  onSelect,
}: {
  boxes: readonly NamedBox[]
  size: PageSize
  onSelect: (id: string) => void
}) {
  return (
    <ol className={classes['list']}>
      {boxes.map(({ id, label, box, selected }) => (
        <li key={id}>
          <button type="button" className={classes['go']} aria-pressed={selected} onClick={() => onSelect(id)}>
            {label}: {describeBox(box, size)}
          </button>
        </li>
      ))}
    </ol>
  )
}
