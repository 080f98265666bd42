import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { renderTemplate } from '../src/typst/compiler.ts'

/**
 * Draws the artwork of the demonstration: `node packages/documents/scripts/make-artwork.ts [folder]`. The PDFs are
 * committed, so that a first start needs no drawing; run this again after a change of `assets/templates/artwork`.
 */
const PIECES = [
  { template: 'sobre-pep', data: {}, file: 'sobre-pep' },
  { template: 'sobre-postal-voto', data: {}, file: 'sobre-postal-voto' },
  { template: 'sobre-postal-voto', data: { version: 2 }, file: 'sobre-postal-voto-v2' },
  { template: 'instructivo', data: {}, file: 'instructivo' },
]
const DRAWN_AT = Temporal.Instant.from('2017-12-01T18:00:00Z')

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../apps/api/src/demonstration/assets'))
mkdirSync(folder, { recursive: true })
for (const { template, data, file } of PIECES) {
  const bytes = renderTemplate(`artwork/${template}.typ`, data, DRAWN_AT, 'a-2a')
  writeFileSync(join(folder, `${file}.pdf`), bytes)
  process.stdout.write(`${file}.pdf ${bytes.length} bytes\n`)
}
