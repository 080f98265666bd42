import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumPath } from '../apps/portal/e2e/chromium.ts'

const DEBIAN = '/usr/bin/chromium'

// Prints the Chromium that the end-to-end tests can use on this machine: the packaged one, or, where that one lacks a
// library of the system and we may install, Debian's.
const packaged = await chromiumPath()
if (starts(packaged)) {
  console.log(packaged)
} else if (installed()) {
  console.log(DEBIAN)
} else {
  console.error('Chromium does not run here: install it (Debian: chromium), or set PORTAL_CHROMIUM to its executable.')
  process.exitCode = 1
}

function starts(path: string): boolean {
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).includes('.')
  } catch {
    return false
  }
}

function installed(): boolean {
  if (existsSync(DEBIAN)) return starts(DEBIAN)
  if (process.getuid?.() !== 0) return false
  const apt = (...args: string[]) => spawnSync('/usr/bin/apt-get', args, { stdio: 'ignore' }).status === 0
  return apt('update') && apt('install', '-y', 'chromium') && starts(DEBIAN)
}
