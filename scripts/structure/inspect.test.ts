import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { inspect, LEAST } from './inspect.ts'
import { readTree } from './tree.ts'

const NOTHING = { files: 0, modules: 0, imports: 0, manifests: 0 }

const found = (path: string, text: string) =>
  inspect([{ path, text }], NOTHING).findings.map(({ path, line, message }) => `${path}:${line ?? ''} ${message}`)

describe('a forbidden import is found', () => {
  test.each([
    ['packages/domain/src/a.ts', 'zod'],
    ['packages/domain/src/a.ts', 'node:crypto'],
    ['packages/domain/src/a.ts', '@portal/contracts'],
    ['packages/contracts/src/a.ts', '@portal/database'],
    ['packages/contracts/src/a.ts', 'react'],
    ['packages/documents/src/a.ts', '@portal/database'],
    ['packages/database/src/a.ts', '@portal/contracts'],
    ['packages/database/src/a.ts', '@portal/domain'],
    ['packages/ui/src/a.tsx', '@trpc/client'],
    ['packages/ui/src/a.tsx', '@tanstack/react-query'],
    ['packages/ui/src/a.tsx', '@portal/contracts'],
    ['packages/samples/src/a.ts', '@portal/api'],
    ['apps/api/src/a.ts', '@portal/ui'],
    ['apps/api/src/a.ts', 'react'],
    ['apps/portal/src/a.ts', '@portal/database'],
    ['apps/portal/src/a.ts', '@portal/api'],
    ['apps/portal/src/a.ts', '@portal/samples'],
    ['apps/portal/src/a.ts', 'pg'],
    ['packages/ui/src/a.tsx', '../../domain/src/b.ts'],
    ['apps/api/src/rounds/a.ts', '../files/keep.ts'],
    ['apps/api/src/acts/a.ts', '../files/exports.ts'],
    ['apps/api/src/files/a.ts', '../start/exports.ts'],
    ['apps/portal/src/features/rounds/a.ts', '../matrix/b.ts'],
    ['apps/portal/src/features/rounds/a.ts', '../../app/b.ts'],
    ['apps/portal/src/lib/a.ts', '../features/rounds/b.ts'],
  ])('%s imports %s', (path, target) => {
    expect(found(path, `\nimport { b } from '${target}'`)).toEqual([expect.stringMatching(`^${path}:2 `)])
    expect(found(path, `export * from '${target}'`)).toHaveLength(1)
    expect(found(path, `const b = await import('${target}')`)).toHaveLength(1)
  })

  test('and its sentence says what to do instead', () => {
    expect(found('packages/domain/src/a.ts', "import { z } from 'zod'").join()).toContain('take what it needs')
  })
})

test.each([
  ['packages/domain/src/a.ts', "import { b } from './b.ts'"],
  ['packages/domain/src/a.test.ts', "import { test } from 'vitest'"],
  ['packages/contracts/src/a.ts', "import { z } from 'zod'"],
  ['packages/database/src/a.ts', "import type { Actor } from '@portal/domain'"],
  ['packages/database/src/a.test.ts', "import { cloneDatabase } from '@portal/database/testing'"],
  ['packages/domain/vitest.config.ts', "import { packageTests } from '../../vitest.base.ts'"],
  ['apps/portal/src/a.ts', "import type { AppRouter } from '@portal/api'"],
  ['apps/portal/src/a.ts', "export type { AppRouter } from '@portal/api'"],
  ['apps/portal/src/a.test.ts', "import { round } from '@portal/samples'"],
  ['apps/portal/src/features/rounds/a.ts', "import { b } from '../../lib/b.ts'"],
  ['apps/portal/src/app/a.ts', "import { b } from '../features/rounds/b.ts'"],
  ['apps/api/src/rounds/a.ts', "import { act } from '../acts/act.ts'"],
  ['apps/api/src/rounds/a.ts', "import { keep } from '../files/exports.ts'"],
  ['apps/api/src/start/a.ts', "import { keep } from '../files/keep.ts'"],
  ['apps/portal/pdf-files.ts', "import { cpSync } from 'node:fs'"],
  ['apps/api/src/router.ts', "import { roundsRouter } from './rounds/router.ts'"],
])('an allowed import is none: %s, %s', (path, text) => {
  expect(found(path, text)).toEqual([])
})

test.each([
  ['README.md', ['see https://registry', '.npmjs.org'].join('')],
  ['apps/api/src/a.ts', ["const a = '/ho", "me/ana/files'"].join('')],
  ['apps/api/src/a.ts', ['// TO', 'DO: later'].join('')],
  ['apps/api/src/a.test.ts', ['test.sk', "ip('x', () => {})"].join('')],
  ['apps/portal/e2e/a.spec.ts', ['test.on', "ly('x', () => {})"].join('')],
  ['apps/api/src/a.ts', ['// oxlint-', 'disable-next-line'].join('')],
  ['packages/domain/src/a.ts', 'export const now = () => new Date()'],
  ['packages/domain/src/a.ts', 'export const now = () => Temporal.Now.instant()'],
  ['apps/api/src/a.ts', 'a()\n'.repeat(301)],
  ['packages/ui/src/a.css', 'a {}\n'.repeat(301)],
  ['apps/api/src/utils.ts', ''],
  ['apps/api/src/shared/a.ts', ''],
  ['packages/ui/src/types.tsx', ''],
  ['apps/api/src/a.ts', 'const = 1'],
  ['package.json', '{ "dependencies": { "zod": "^4.6.7" } }'],
  ['package.json', '{ "devDependencies": { "zod": "latest" } }'],
  ['pnpm-workspace.yaml', 'packages:\n  - apps/*\ncatalog:\n  zod: ~4.6.7\nsaveExact: true\n'],
  ['pnpm-workspace.yaml', 'packages:\n  - apps/*\n'],
])('what may not stand there is found: %s, %s', (path, text) => {
  expect(found(path, text)).toHaveLength(1)
})

test.each([
  ['apps/api/src/a.ts', 'a()\n'.repeat(300)],
  ['packages/database/migrations/1/migration.sql', 'SELECT 1;\n'.repeat(400)],
  ['apps/api/src/rounds/commonly-asked.ts', "export const todo = '/turnos/home'"],
  ['packages/domain/src/a.ts', 'export const at = (ms: number) => new Date(ms)'],
  ['package.json', '{ "dependencies": { "zod": "catalog:", "pg": "8.23.1", "@portal/domain": "workspace:*" } }'],
  ['pnpm-workspace.yaml', 'catalog:\n  "@trpc/client": 11.22.1\n  zod: 4.6.7\nsaveExact: true\n'],
])('what may stand there is no finding: %s', (path, text) => {
  expect(found(path, text)).toEqual([])
})

test('two packages that pin different versions of a dependency are both named', () => {
  const manifest = (path: string, version: string) => ({
    path: `${path}/package.json`,
    text: JSON.stringify({ dependencies: { pg: version } }),
  })
  const { findings } = inspect([manifest('apps/api', '8.23.1'), manifest('packages/database', '8.23.0')], NOTHING)
  expect(findings.map(({ path }) => path)).toEqual(['apps/api/package.json', 'packages/database/package.json'])
})

describe('the tree', () => {
  const root = mkdtempSync(join(tmpdir(), 'portal-structure-'))
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  test('holds what people write, and nothing installed, generated or binary', () => {
    for (const path of [
      'apps/api/src/a.ts',
      '.ci/run',
      'node_modules/x/a.ts',
      'apps/api/dist/a.js',
      'packages/database/src/generated/a.ts',
      'docs/portal.png',
      'pnpm-lock.yaml',
    ]) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), 'text')
    }
    expect(
      readTree(root)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(['.ci/run', 'apps/api/src/a.ts'])
  })

  test('that holds too little is a finding, for each thing that was counted', () => {
    expect(inspect([], LEAST).findings).toHaveLength(Object.keys(LEAST).length)
  })
})
