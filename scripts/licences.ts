import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { licenceFindings, type Listed } from './dependencies/licences.ts'

/* Every installed package of the project, those of tools included, has a licence that a public body may accept. */

/** Fewer would mean that the list is not whole. */
const AT_LEAST = 200

const root = join(import.meta.dirname, '..')
const list = execFileSync('pnpm', ['--recursive', 'licenses', 'list', '--json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
const { seen, findings } = licenceFindings(JSON.parse(list) as Listed)
for (const finding of findings) console.error(finding)
console.log(`licences: ${seen} packages; ${findings.length} findings`)
process.exitCode = findings.length > 0 || seen < AT_LEAST ? 1 : 0
