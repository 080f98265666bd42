import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const FOLDERS = ['cmaps', 'standard_fonts', 'wasm'] as const

/** Serves and ships what pdf.js asks for while it reads a file (character maps, standard fonts) under `/pdfjs/`. */
export function pdfFiles(): Plugin {
  return {
    name: 'pdf-files',
    async generateBundle() {
      for (const folder of FOLDERS) {
        for (const name of await readdir(join(library, folder))) {
          // The policy of the pages lets no WebAssembly be compiled: the plain JavaScript fallbacks are enough.
          if (name.endsWith('.wasm')) continue
          const source = await readFile(join(library, folder, name))
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source })
        }
      }
    },
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const [, folder = '', name = ''] = /^\/(\w+)\/([\w.-]+)$/.exec(request.url ?? '') ?? []
        if (!(FOLDERS as readonly string[]).includes(folder)) return next()
        createReadStream(join(library, folder, name))
          .on('error', next)
          .pipe(response)
      })
    },
  }
}
