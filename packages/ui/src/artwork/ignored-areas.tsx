import { Button, Group } from '@mantine/core'
import { describeBox, type Box, type PageSize } from '../document/region-box.ts'
import classes from './artwork.module.css'

type Props = {
  areas: readonly Box[]
  size: PageSize
  marking: boolean
  onStart: () => void
  onConfirm: () => void
  onCancel: () => void
  onRemove: (index: number) => void
}

/** Where differences do not count: a folio that is another on each copy, for instance. */
export function IgnoredAreas({ areas, size, marking, onStart, onConfirm, onCancel, onRemove }: Props) {
  return (
    <section aria-labelledby="zonas-ignoradas">
      <h3 id="zonas-ignoradas">Zonas que se ignoran</h3>
      {areas.length === 0 && !marking && <p className="ui-quiet">Ninguna.</p>}
      <ul className={classes['list']}>
        {areas.map((area, index) => (
          <li key={`${area.x} ${area.y} ${area.width} ${area.height}`}>
            Zona {index + 1}: {describeBox(area, size)}{' '}
            <Button size="compact-xs" variant="default" onClick={() => onRemove(index)}>
              Quitar la zona {index + 1}
            </Button>
          </li>
        ))}
      </ul>
      {marking ? (
        <Group gap="xs">
          <Button size="compact-sm" onClick={onConfirm}>
            Ignorar esta zona
          </Button>
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            Cancelar
          </Button>
        </Group>
      ) : (
        <Button size="compact-sm" variant="default" onClick={onStart}>
          Agregar zona
        </Button>
      )}
    </section>
  )
}
