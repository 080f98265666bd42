import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { PdfAssets } from '../document/pdf-engine.ts'
import type { PageSize } from '../document/region-box.ts'
import { dpiFor, openRaster, type PageImage, type Raster } from './raster.ts'

/** One of the two files: `load` is called once per `fileKey`. */
export type ArtworkFile = { name: string; fileKey: string; load: () => Promise<Uint8Array> }

type DrawnPage = { image: PageImage; size: PageSize }
/** A page of both files at one resolution; null where a file has no such page. */
export type DrawnPages = { dpi: number; before: DrawnPage | null; after: DrawnPage | null }

type Rasters = { before: Raster; after: Raster }

/** Opens both files and draws the page of each that is asked for. */
export function usePages(before: ArtworkFile, after: ArtworkFile, assets: PdfAssets, page: number) {
  const [rasters, setRasters] = useState<Rasters | null>(null)
  const [drawn, setDrawn] = useState<(DrawnPages & { page: number }) | null>(null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const files = useRef({ before, after, assets })
  useLayoutEffect(() => {
    files.current = { before, after, assets }
  }, [before, after, assets])

  useEffect(() => {
    let gone = false
    const opened: Raster[] = []
    const open = async (file: ArtworkFile) => {
      const raster = await openRaster(await file.load(), files.current.assets)
      if (gone) raster.close()
      else opened.push(raster)
      return raster
    }
    setRasters(null)
    setDrawn(null)
    setFailed(false)
    Promise.all([open(files.current.before), open(files.current.after)]).then(
      ([first, second]) => {
        if (!gone) setRasters({ before: first, after: second })
      },
      () => {
        if (!gone) setFailed(true)
      },
    )
    return () => {
      gone = true
      for (const raster of opened) raster.close()
    }
  }, [before.fileKey, after.fileKey, attempt])

  useEffect(() => {
    if (!rasters) return
    let gone = false
    drawPages(rasters, page).then(
      (pages) => {
        if (!gone) setDrawn({ ...pages, page })
      },
      () => {
        if (!gone) setFailed(true)
      },
    )
    return () => {
      gone = true
    }
  }, [rasters, page])

  return {
    count: rasters ? Math.max(rasters.before.pages, rasters.after.pages) : null,
    drawn: drawn?.page === page ? drawn : null,
    failed,
    retry: () => setAttempt((count) => count + 1),
  }
}

async function drawPages({ before, after }: Rasters, page: number): Promise<DrawnPages> {
  const [first, second] = await Promise.all([before.sizeOf(page), after.sizeOf(page)])
  const sizes = [first, second].filter((size) => size !== null)
  const dpi = sizes.length === 0 ? 1 : dpiFor(sizes)
  const draw = async (raster: Raster, size: PageSize | null) => size && { size, image: await raster.draw(page, dpi) }
  return { dpi, before: await draw(before, first), after: await draw(after, second) }
}
