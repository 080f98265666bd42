import { Loader } from '@mantine/core'
import { Blink } from './blink.tsx'
import classes from './artwork.module.css'
import { PageView, type Marking, type NamedBox } from './page-view.tsx'
import type { PageImage } from './raster.ts'

export const ARTWORK_MODES = ['lado', 'encima', 'alternar'] as const
/** Side by side, one over the other, one in the place of the other. */
export type ArtworkMode = (typeof ARTWORK_MODES)[number]

type Props = {
  mode: ArtworkMode
  names: readonly [before: string, after: string]
  page: number
  dpi: number
  frame: { width: number; height: number }
  images: readonly [before: PageImage, after: PageImage]
  overlay: PageImage | null
  boxes: readonly NamedBox[]
  onSelect: (id: string) => void
  marking: Marking | null
}

/** A page of both versions in the way that the person chose; an area is drawn on the later one. */
export function PageViews({ mode, names, images, overlay, marking, ...shown }: Props) {
  const [before, after] = images
  switch (mode) {
    case 'lado':
      return (
        <div className={classes['beside']}>
          <PageView {...shown} label={names[0]} image={before} marking={null} />
          <PageView {...shown} label={names[1]} image={after} marking={marking} />
        </div>
      )
    case 'encima':
      if (!overlay) return <Loader size="sm" />
      return (
        <PageView
          {...shown}
          label={`En rojo, lo que solo está en ${names[0]}; en verde, lo que solo está en ${names[1]}`}
          image={overlay}
          marking={marking}
        />
      )
    case 'alternar':
      return (
        <Blink names={names}>
          {(second) => (
            <PageView
              {...shown}
              label={second ? names[1] : names[0]}
              image={second ? after : before}
              marking={marking}
            />
          )}
        </Blink>
      )
  }
}
