/// <reference lib="webworker" />
import { comparePages, type CompareOptions } from './compare-pages.ts'
import type { PageImage } from './raster.ts'

/** The pages come once; how they are compared may change often. */
export type CompareRequest =
  | { kind: 'pages'; before: PageImage; after: PageImage }
  | { kind: 'compare'; id: number; options: CompareOptions }

let pages: { before: PageImage; after: PageImage } | null = null

self.addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => {
  if (data.kind === 'pages') {
    pages = data
    return
  }
  if (!pages) return
  const comparison = comparePages(pages.before, pages.after, data.options)
  self.postMessage({ id: data.id, comparison }, { transfer: [comparison.overlay.data.buffer] })
})
