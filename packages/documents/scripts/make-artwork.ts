import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { renderTemplate } from '../src/typst/compiler.ts'

/**
 * Draws the artwork of the demonstration: `node packages/documents/scripts/make-artwork.ts [folder]`. The PDFs are
 * committed, so that a first start needs no drawing; run this again after a change of `assets/templates/artwork`.
 */
const PIECES = ['sobre-pep', 'sobre-postal-voto', 'instructivo']
const DRAWN_AT = Temporal.Instant.from('2017-12-01T18:00:00Z')

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../apps/api/src/demonstration/assets'))
mkdirSync(folder, { recursive: true })
for (const piece of PIECES) {
  const bytes = renderTemplate(`artwork/${piece}.typ`, {}, DRAWN_AT, 'a-2a')
  writeFileSync(join(folder, `${piece}.pdf`), bytes)
  process.stdout.write(`${piece}.pdf ${bytes.length} bytes\n`)
}
