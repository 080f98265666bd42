import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs'
import type { Box, PageSize } from './region-box.ts'

/** Where the browser finds what the reader of PDF files needs, all on the portal's own address. */
export type PdfAssets = { worker: string; cMaps: string; fonts: string; wasm: string }

export type ShownPage = {
  number: number
  /** Ours, over the page; lives as long as the document is shown. */
  element: HTMLElement
  /** As it is shown, rotated if the file says so, in points. */
  size: PageSize
  /** From what is stored in the file's own coordinates to what is shown, and back. */
  toShown: (stored: Box) => Box
  toStored: (shown: Box) => Box
}

export type OpenPdf = { viewer: PDFViewer; document: PDFDocumentProxy; close: () => void }

type Events = {
  onPages: (pages: ShownPage[]) => void
  onPage: (number: number) => void
  /** The file was opened, but its pages could not be read. */
  onFailure: () => void
}

/** Begins to read a PDF with pdf.js: what it asks for comes from the portal, and no code of the file is run. */
export async function readPdf(bytes: Uint8Array, assets: PdfAssets) {
  const pdfjs = await import('pdfjs-dist')
  pdfjs.GlobalWorkerOptions.workerSrc = assets.worker
  const task = pdfjs.getDocument({
    data: bytes,
    cMapUrl: assets.cMaps,
    standardFontDataUrl: assets.fonts,
    wasmUrl: assets.wasm,
    // The content security policy lets no code be compiled at run time, WebAssembly included.
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    // Whoever asks for pages asks for them one by one; the viewer's own loop of that would go on after `close` and fail.
    disableAutoFetch: true,
  })
  return { pdfjs, task }
}

/**
 * Shows a PDF in `container` with pdf.js: pages in view only, with their text and structure for assistive technology.
 * Scripts, forms and links of the file are left out: it is looked at, not run.
 */
export async function openPdf(
  container: HTMLDivElement,
  bytes: Uint8Array,
  assets: PdfAssets,
  events: Events,
): Promise<OpenPdf> {
  const { pdfjs, task } = await readPdf(bytes, assets)
  // The viewer takes the library from the global that the import above sets.
  const { EventBus, PDFLinkService, PDFViewer } = await import('pdfjs-dist/web/pdf_viewer.mjs')
  const document = await task.promise
  const eventBus = new EventBus()
  const linkService = new PDFLinkService({ eventBus })
  const viewer = new PDFViewer({
    container,
    eventBus,
    linkService,
    annotationMode: pdfjs.AnnotationMode.DISABLE,
    annotationEditorMode: pdfjs.AnnotationEditorType.DISABLE,
    enableAutoLinking: false,
    supportsPinchToZoom: false,
    removePageBorders: true,
  })
  linkService.setViewer(viewer)
  eventBus.on('pagesinit', () => {
    viewer.currentScaleValue = 'page-width'
    shownPages(viewer, document).then(events.onPages, events.onFailure)
  })
  eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => events.onPage(pageNumber))
  viewer.setDocument(document)
  linkService.setDocument(document, null)
  return {
    viewer,
    document,
    close: () => {
      // Empties the container: the next document is shown in it.
      viewer.setDocument(null)
      // A document that ends before it answered what it was asked makes the viewer throw, though nobody looks any more.
      const asked = [
        everyPage(document),
        document.getOptionalContentConfig({ intent: 'display' }),
        document.getMetadata(),
      ]
      void Promise.allSettled(asked).then(() => task.destroy())
    },
  }
}

/** pdf.js keeps the answers: to ask again costs nothing. */
const everyPage = async (document: PDFDocumentProxy): Promise<PDFPageProxy[]> =>
  Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)))

async function shownPages(viewer: PDFViewer, document: PDFDocumentProxy): Promise<ShownPage[]> {
  return (await everyPage(document)).map((page) => {
    const number = page.pageNumber
    const viewport = page.getViewport({ scale: 1 })
    const [left = 0, bottom = 0] = viewport.viewBox
    const { width, height } = viewport
    const rectangle = (points: number[][]): Box => {
      const xs = points.map(([x = 0]) => x)
      const ys = points.map(([, y = 0]) => y)
      const [x, y] = [Math.min(...xs), Math.min(...ys)]
      return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
    }
    return {
      number,
      element: layerOf(viewer, number),
      size: { width, height },
      toShown: (box) =>
        rectangle(
          corners(box).map(([x, y]) => {
            const [shownX = 0, shownY = 0] = viewport.convertToViewportPoint(x + left, y + bottom) as number[]
            return [shownX, height - shownY]
          }),
        ),
      toStored: (box) =>
        rectangle(
          corners(box).map(([x, y]) => {
            const [storedX = 0, storedY = 0] = viewport.convertToPdfPoint(x, height - y) as number[]
            return [storedX - left, storedY - bottom]
          }),
        ),
    }
  })
}

/**
 * An element of our own over a page. pdf.js empties its page whenever it draws it anew, at another zoom for instance:
 * what React drew straight into it would be lost, and React with it.
 */
function layerOf(viewer: PDFViewer, number: number): HTMLElement {
  const page = (viewer.getPageView(number - 1) as { div: HTMLElement }).div
  const layer = page.ownerDocument.createElement('div')
  const lay = () => {
    if (layer.parentElement !== page) page.append(layer)
  }
  lay()
  viewer.eventBus.on('pagerendered', lay)
  return layer
}

const corners = ({ x, y, width, height }: Box): [number, number][] => [
  [x, y],
  [x + width, y + height],
]
