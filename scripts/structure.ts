import { join } from 'node:path'
import { inspect } from './structure/inspect.ts'
import { readTree } from './structure/tree.ts'

const { findings, seen } = inspect(readTree(join(import.meta.dirname, '..')))
for (const { path, line, message } of findings) {
  console.error(line === undefined ? `${path} - ${message}` : `${path}:${line} - ${message}`)
}
console.log(
  `structure: ${seen.files} files, ${seen.modules} modules, ${seen.imports} imports, ${seen.manifests} manifests; ` +
    `${findings.length} findings`,
)
process.exitCode = findings.length > 0 ? 1 : 0
