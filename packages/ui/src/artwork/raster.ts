import { readPdf, type PdfAssets } from '../document/pdf-engine.ts'
import type { PageSize } from '../document/region-box.ts'

/** Fine enough for text of six points; the same for both files, so that a pixel is the same place in both. */
const DPI = 150
/** A page of a poster would otherwise take more memory than a browser gives. */
const MOST_PIXELS = 12_000_000

export const POINTS_PER_INCH = 72

/** The pixels of a page, four bytes each (RGBA), on white. */
export type PageImage = { width: number; height: number; data: Uint8ClampedArray }

/** A PDF whose pages are drawn into pixels. */
export type Raster = {
  pages: number
  /** In points; null where the file has no such page. */
  sizeOf: (page: number) => Promise<PageSize | null>
  draw: (page: number, dpi: number) => Promise<PageImage>
  close: () => void
}

/** The resolution at which both pages are drawn. */
export function dpiFor(sizes: readonly PageSize[]): number {
  const width = Math.max(...sizes.map((size) => size.width))
  const height = Math.max(...sizes.map((size) => size.height))
  const most = Math.sqrt(MOST_PIXELS / ((width * height) / POINTS_PER_INCH ** 2))
  return Math.max(1, Math.min(DPI, Math.floor(most)))
}

/** @throws where the file is no PDF that can be read */
export async function openRaster(bytes: Uint8Array, assets: PdfAssets): Promise<Raster> {
  const { pdfjs, task } = await readPdf(bytes, assets)
  const document = await task.promise
  const sizeOf = async (page: number) => {
    if (page < 1 || page > document.numPages) return null
    const { width, height } = (await document.getPage(page)).getViewport({ scale: 1 })
    return { width, height }
  }
  return {
    pages: document.numPages,
    sizeOf,
    draw: async (number, dpi) => {
      const page = await document.getPage(number)
      const viewport = page.getViewport({ scale: dpi / POINTS_PER_INCH })
      const canvas = globalThis.document.createElement('canvas')
      canvas.width = Math.max(1, Math.round(viewport.width))
      canvas.height = Math.max(1, Math.round(viewport.height))
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (!context) throw new Error('The browser gives no canvas')
      await page.render({
        canvas,
        canvasContext: context,
        viewport,
        annotationMode: pdfjs.AnnotationMode.DISABLE,
        background: '#ffffff',
      }).promise
      const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height)
      return { width, height, data }
    },
    close: () => void task.destroy(),
  }
}
