import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { advisoriesOf } from './dependencies/advisories.ts'

/* `pnpm audit:deps`: known vulnerabilities of what is installed. It needs the network, and says so where there is none. */

const { stdout } = spawnSync('pnpm', ['audit', '--json'], {
  cwd: join(import.meta.dirname, '..'),
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
const advisories = advisoriesOf(stdout)
if (advisories === null) {
  console.error(
    'audit: nobody answered about known vulnerabilities (no network, or a mirror without them). Nothing was checked.',
  )
  process.exitCode = 2
} else {
  for (const { severity, name, title, url } of advisories) console.error(`${severity}: ${name}: ${title} (${url})`)
  console.log(`audit: ${advisories.length} known vulnerabilities`)
  process.exitCode = advisories.length > 0 ? 1 : 0
}
