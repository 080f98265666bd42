// `npm test [-- step…]`: everything that the project promises, step by step. Plain ESM for Node 20, no dependencies.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clearReports, sumReports } from './reports.mjs'
import { fail, prepareToolchain, ROOT } from './toolchain.mjs'

/** Makes the database client and the declarations of the API: without them, tools take what comes from there for anything. */
const GENERATED = ['turbo', 'run', 'generate', 'build', '--output-logs=errors-only']
const REPORTS = join(ROOT, '.cache', 'tests')

/** @typedef {(env: NodeJS.ProcessEnv) => Promise<boolean>} Run */
/** @type {Record<string, { title: string, run: Run, reports?: string[] }>} */
const STEPS = {
  format: { title: 'Formatting', run: commands(['oxfmt', '--check']) },
  lint: { title: 'Lint', run: commands(GENERATED, ['oxlint']) },
  structure: { title: 'Structure', run: commands(['node', 'scripts/structure.ts']) },
  knip: {
    title: 'Unused files, exports and dependencies',
    run: commands(GENERATED, ['knip', '--treat-config-hints-as-errors']),
  },
  licences: { title: 'Licences of all dependencies', run: commands(['node', 'scripts/licences.ts']) },
  check: {
    title: 'Types',
    run: commands(['tsc', '-p', '.'], ['turbo', 'run', 'check', '--continue', '--output-logs=errors-only']),
  },
  test: {
    title: 'Tests of the packages',
    run: commands(
      ['vitest', 'run', '--root', 'scripts'],
      // One package at a time: each already uses every processor.
      ['turbo', 'run', 'test', '--continue', '--concurrency=1', '--output-logs=full'],
    ),
    reports: ['scripts', ...testedPackages()],
  },
  e2e: { title: 'End to end, in Chromium', run: endToEnd, reports: ['e2e'] },
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !(name in STEPS))
if (unknown) fail(`There is no step "${unknown}": choose among ${Object.keys(STEPS).join(', ')}.`)

const env = prepareToolchain()
clearReports(REPORTS)
/** @type {string[]} */
const failed = []
/** @type {string[]} */
const reports = []
for (const [name, step] of Object.entries(STEPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n== ${step.title} (${name})`)
  const started = performance.now()
  const ok = await step.run(env)
  console.log(`== ${step.title}: ${ok ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  if (!ok) failed.push(name)
  reports.push(...(step.reports ?? []))
}

const sum = sumReports(REPORTS, reports)
if (sum.missing.length > 0) console.log(`\nNo report came from: ${sum.missing.join(', ')}`)
console.log(failed.length > 0 ? `\nFailed steps: ${failed.join(', ')}` : '\nAll steps passed.')
console.log(`tests: ${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = failed.length > 0 || sum.failed > 0 ? 1 : 0

/** @param {string[][]} lines @returns {Run} */
function commands(...lines) {
  return async (environment) => {
    let ok = true
    for (const line of lines) ok = (await run(line, environment)) && ok
    return ok
  }
}

/** @type {Run} */
async function endToEnd(environment) {
  if (!existsSync(join(ROOT, 'apps', 'portal', 'playwright.config.ts'))) {
    console.error('apps/portal/playwright.config.ts is missing: the journeys through the product can not be run.')
    return false
  }
  const found = spawnSync('node', ['scripts/chromium.ts'], {
    cwd: ROOT,
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (found.status !== 0) return false
  return commands(GENERATED, [
    'pnpm',
    '--filter',
    '@portal/portal',
    'exec',
    'playwright',
    'test',
    '--reporter=list,json',
  ])({
    ...environment,
    PORTAL_CHROMIUM: found.stdout.trim(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(REPORTS, 'e2e.json'),
  })
}

/**
 * A signal that reaches only this process is passed on to what it runs.
 *
 * @param {string[]} line
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<boolean>}
 */
function run([command = '', ...args], environment) {
  const child = spawn(command, args, { cwd: ROOT, env: environment, stdio: ['ignore', 'inherit', 'inherit'] })
  const stop = () => {
    child.kill('SIGTERM')
    process.exitCode = 143
    child.on('exit', () => process.exit())
  }
  process.once('SIGTERM', stop)
  return new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('exit', (code) => {
      process.off('SIGTERM', stop)
      resolve(code === 0)
    })
  })
}

/** Packages whose tests must leave a report: those with a script `test`. */
function testedPackages() {
  return ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(ROOT, group)).filter((name) => {
      const manifest = join(ROOT, group, name, 'package.json')
      return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).scripts?.test !== undefined
    }),
  )
}
