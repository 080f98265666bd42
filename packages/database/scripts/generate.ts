import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Generates the Prisma client without a network. The client needs no engine, but the command line insists on having
 * one and would download it: any program that exists satisfies it, and it is never run.
 */
const require = createRequire(import.meta.url)
const cli = join(dirname(require.resolve('prisma/package.json')), 'build', 'index.js')
const { status, error } = spawnSync(process.execPath, [cli, 'generate', '--schema', 'prisma/schema'], {
  cwd: join(import.meta.dirname, '..'),
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
  stdio: 'inherit',
})
if (error) throw error
process.exitCode = status ?? 1
