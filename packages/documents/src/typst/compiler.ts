import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const ASSETS = join(import.meta.dirname, '../../assets')

const FONT_FILES = ['Inter-Regular.ttf', 'Inter-SemiBold.ttf', 'JetBrainsMono-Regular.ttf']

/** The vendored fonts (OFL). Templates switch fallback off, so that a font of the machine can't change the bytes. */
export const fonts: readonly Buffer[] = FONT_FILES.map((file) => readFileSync(join(ASSETS, 'fonts', file)))

/** PDF/A-2a for what must still open and read in an archive; PDF/UA-1 for what must serve assistive technology first. */
export type PdfStandard = 'a-2a' | 'ua-1'

let compiler: NodeCompiler | undefined

/**
 * Renders a template of `assets/templates`. The data reaches it as JSON in `sys.inputs`, never as template source, so that
 * no text that a person typed is ever read as Typst. Same template, data and instant: same bytes.
 * Throws when the template does not compile or breaks the standard: that is a bug, not something a person did.
 */
export function renderTemplate(template: string, data: unknown, createdAt: Temporal.Instant, standard: PdfStandard) {
  compiler ??= NodeCompiler.create({ workspace: join(ASSETS, 'templates'), fontArgs: [{ fontBlobs: [...fonts] }] })
  const compiled = compiler.compile({
    mainFilePath: join(ASSETS, 'templates', template),
    inputs: { data: JSON.stringify(data) },
  })
  const document = compiled.result
  if (!document) throw new Error(`Template ${template} does not compile: ${diagnosticsOf(compiled.takeDiagnostics())}`)
  const bytes = compiler.pdf(document, {
    pdfStandard: standard,
    creationTimestamp: Math.floor(createdAt.epochMilliseconds / 1000),
  })
  // Layout results of documents that will not be asked for again; the template's own survive ten renders.
  compiler.evictCache(10)
  return new Uint8Array(bytes)
}

function diagnosticsOf(error: { shortDiagnostics: unknown[] } | null): string {
  return JSON.stringify(error?.shortDiagnostics ?? [])
}
