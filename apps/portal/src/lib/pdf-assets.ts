import type { PdfAssets } from '@portal/ui'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** Where pdf.js finds its parts: all on the portal's own address, as its content security policy asks. */
export const PDF_ASSETS: PdfAssets = {
  worker,
  cMaps: '/pdfjs/cmaps/',
  fonts: '/pdfjs/standard_fonts/',
  wasm: '/pdfjs/wasm/',
}

/** The bytes of an uploaded file, as far as the person may see it. */
export async function fileBytes(uploadId: string): Promise<Uint8Array> {
  const response = await fetch(`/files/${uploadId}`)
  if (!response.ok) throw new Error(`The file could not be read: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
