// Plain ESM for Node 20 without dependencies: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const NODE = 26
const BIN = join(ROOT, 'node_modules', '.bin')
const STAMP = join(ROOT, 'node_modules', '.portal-install')

/**
 * Installs the project's packages when the lockfile or a manifest changed since the last time, and returns the
 * environment in which every other tool runs: the project's own Node, pnpm and turbo come first on its PATH.
 * Ends the process with one sentence when that can't be done.
 */
export function prepareToolchain() {
  const wanted = manifestsHash()
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) install(wanted)
  const env = toolchainEnv()
  if (majorOf(env) < NODE) {
    fail(`Node ${NODE} does not come packaged for ${process.platform}-${process.arch}. Install it and run this again.`)
  }
  return env
}

/**
 * Runs tasks with turbo, which knows from its hashes what is already done. Quiet when that is quick: `sentence` appears
 * only after a second, the tasks' own output only when one fails.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} sentence
 */
export async function turbo(args, env, sentence) {
  const run = spawn('turbo', ['run', ...args, '--output-logs=errors-only'], { cwd: ROOT, env, stdio: 'pipe' })
  let said = ''
  for (const stream of [run.stdout, run.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  const slow = setTimeout(() => console.log(sentence), 1000)
  const code = await new Promise((resolve) => run.on('error', () => resolve(1)).on('close', resolve))
  clearTimeout(slow)
  if (code === 0) return
  console.error(said.trim())
  fail('The build failed: the lines above say where. Correct it, then run this again.')
}

/** Says in one sentence what happened and what to do, and ends the process. */
export function fail(/** @type {string} */ sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Everything that decides what `pnpm install` would do. */
function manifestsHash() {
  const workspaces = ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(ROOT, group)).map((name) => join(group, name, 'package.json')),
  )
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...workspaces.toSorted()]) {
    const path = join(ROOT, file)
    if (existsSync(path)) hash.update(`\0${file}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** @param {string} stamp */
function install(stamp) {
  const pnpm = join(BIN, 'pnpm')
  const [command, ...first] = existsSync(pnpm) ? [pnpm] : ['npx', '-y', `pnpm@${pinnedPnpm()}`]
  console.log('Installing packages (needs the network the first time)…')
  const done = spawnSync(command, [...first, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // Without a terminal pnpm would otherwise ask before it replaces an old node_modules.
    env: { ...(existsSync(pnpm) ? toolchainEnv() : process.env), CI: 'true' },
  })
  if (done.status !== 0) {
    const said = `${done.stdout ?? ''}${done.stderr ?? ''}`.trim()
    if (said.includes('OUTDATED_LOCKFILE')) {
      fail('pnpm-lock.yaml does not match the package.json files: run `npx pnpm install --no-frozen-lockfile`.')
    }
    console.error(said.split('\n').slice(-15).join('\n'))
    fail('The packages could not be installed: check the network and the free disk space, then run this again.')
  }
  writeFileSync(STAMP, stamp)
}

function pinnedPnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return String(packageManager).replace(/^pnpm@/, '')
}

function toolchainEnv() {
  return {
    ...process.env,
    PATH: `${BIN}${delimiter}${process.env['PATH'] ?? ''}`,
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  }
}

/** @param {NodeJS.ProcessEnv} env */
function majorOf(env) {
  const { stdout } = spawnSync('node', ['-p', 'process.versions.node'], { env, encoding: 'utf8' })
  return Number.parseInt(stdout ?? '0', 10)
}
