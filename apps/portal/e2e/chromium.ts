import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * The Chromium of the tests comes inside a package of the lockfile, so that it is there offline, for any user and in the
 * same version everywhere. It is unpacked once per project and user; a small launcher beside it points at the
 * libraries and fonts that came along.
 *
 * Order: `PORTAL_CHROMIUM`, then the packaged one (Linux x64), then one that the system has.
 * Throws when there is none.
 */
export async function chromiumPath(): Promise<string> {
  const chosen = process.env['PORTAL_CHROMIUM']
  if (chosen) return chosen
  if (process.platform === 'linux' && process.arch === 'x64') return unpacked()
  const installed = SYSTEM.find((path) => existsSync(path))
  if (installed) return installed
  throw new Error('No Chromium found. Install Chromium or Chrome, or set PORTAL_CHROMIUM to its executable.')
}

/** Containers and root have no user namespaces for Chromium's sandbox; the tests open nothing but our own portal. */
export const chromiumArgs = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none']

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const ARCHIVES = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']

async function unpacked(): Promise<string> {
  const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string }
  const folder = join(await ownFolder(), version)
  const launcher = join(folder, 'launch')
  if (existsSync(launcher)) return launcher

  // Several workers may be here at once: each unpacks beside, the first rename wins and the others throw theirs away.
  const staging = await mkdtemp(`${folder}.`)
  try {
    await inflate(staging, packed)
    await rename(staging, folder)
  } catch (cause) {
    if (!existsSync(launcher)) throw new Error('Chromium could not be unpacked; is the disk full?', { cause })
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  return launcher
}

/** The project's cache when this user may write there, else a folder of the user's own. */
async function ownFolder(): Promise<string> {
  const user = String(userInfo().uid)
  const cache = join(import.meta.dirname, '..', '..', '..', '.cache', `chromium-${user}`)
  try {
    await mkdir(cache, { recursive: true })
    return cache
  } catch {
    const fallback = join(tmpdir(), `portal-chromium-${user}`)
    await mkdir(fallback, { recursive: true, mode: 0o700 })
    return fallback
  }
}

/** The package unpacks into the temporary folder of its process: a process of its own gets `folder` as that. */
async function inflate(folder: string, packed: string): Promise<void> {
  const script = `
    import { inflate } from '@sparticuz/chromium'
    await Promise.all(process.argv.slice(1).map((archive) => inflate(archive)))`
  const archives = ARCHIVES.map((name) => join(packed, 'bin', name))
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script, ...archives], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, TMPDIR: folder },
  })
  await writeFile(join(folder, 'fonts.conf'), FONTS)
  await writeFile(join(folder, 'launch'), LAUNCHER)
  await chmod(join(folder, 'launch'), 0o755)
}

/** A machine without fonts still draws text: the packaged ones come after those of the system. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

const LAUNCHER = `#!/bin/sh
here=$(dirname "$0")
export FONTCONFIG_FILE="$here/fonts.conf"
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
exec "$here/chromium" "$@"
`
