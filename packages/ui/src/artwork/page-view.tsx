import type { PixelBox } from '@portal/domain'
import { useEffect, useRef } from 'react'
import { RegionLayer } from '../document/region-layer.tsx'
import type { Box, PageSize } from '../document/region-box.ts'
import classes from './artwork.module.css'
import { POINTS_PER_INCH, type PageImage } from './raster.ts'

export type NamedBox = { id: string; label: string; box: Box; selected: boolean }

/** From pixels, counted from the upper left corner, to points, counted from the lower left, and back. */
export const toPoints = (box: PixelBox, dpi: number, height: number): Box => ({
  x: (box.x * POINTS_PER_INCH) / dpi,
  y: ((height - box.y - box.height) * POINTS_PER_INCH) / dpi,
  width: (box.width * POINTS_PER_INCH) / dpi,
  height: (box.height * POINTS_PER_INCH) / dpi,
})
export const toPixels = (box: Box, dpi: number, height: number): PixelBox => ({
  x: (box.x * dpi) / POINTS_PER_INCH,
  y: height - ((box.y + box.height) * dpi) / POINTS_PER_INCH,
  width: (box.width * dpi) / POINTS_PER_INCH,
  height: (box.height * dpi) / POINTS_PER_INCH,
})

/** The area that is being drawn over the page; null where none is. */
export type Marking = { draft: Box; onDraft: (box: Box) => void; onConfirm: () => void; onCancel: () => void }

type Props = {
  /** What it shows, for those who do not see it. */
  label: string
  page: number
  image: PageImage
  dpi: number
  /** Of both pages together: what lies over one lies at the same place over the other. */
  frame: { width: number; height: number }
  boxes: readonly NamedBox[]
  onSelect: (id: string) => void
  marking: Marking | null
}

const NOTHING = () => undefined

/** A drawn page with what is marked on it. */
export function PageView({ label, page, image, dpi, frame, boxes, onSelect, marking }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!canvas.current || !context) return
    canvas.current.width = frame.width
    canvas.current.height = frame.height
    context.fillStyle = '#fff'
    context.fillRect(0, 0, frame.width, frame.height)
    context.putImageData(new ImageData(new Uint8ClampedArray(image.data), image.width, image.height), 0, 0)
  }, [image, frame.width, frame.height])
  const size: PageSize = {
    width: (frame.width * POINTS_PER_INCH) / dpi,
    height: (frame.height * POINTS_PER_INCH) / dpi,
  }
  return (
    <figure className={classes['page']}>
      <figcaption>{label}</figcaption>
      <div className={classes['paper']}>
        <div role="img" aria-label={`${label}, página ${page}`}>
          <canvas ref={canvas} />
        </div>
        <RegionLayer
          page={page}
          size={size}
          regions={boxes}
          onSelect={onSelect}
          draft={marking?.draft ?? null}
          marking={marking !== null}
          onDraft={marking?.onDraft ?? NOTHING}
          onConfirm={marking?.onConfirm ?? NOTHING}
          onCancel={marking?.onCancel ?? NOTHING}
        />
      </div>
    </figure>
  )
}
