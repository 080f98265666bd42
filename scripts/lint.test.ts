import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const tree = mkdtempSync(join(tmpdir(), 'portal-lint-'))
afterAll(() => rmSync(tree, { recursive: true, force: true }))

/** Each file breaks the rule that it is keyed by, where the project relies on it; the configuration is the real one. */
const BROKEN: Record<string, [path: string, text: string]> = {
  'import(no-cycle)': ['apps/api/src/one.ts', "import { two } from './two.ts'\nexport const one = () => two()\n"],
  'typescript(no-explicit-any)': ['apps/api/src/loose.ts', 'export const loose = (a: any) => String(a)\n'],
  'typescript(ban-ts-comment)': ['apps/api/src/ignored.ts', '// @ts-expect-error\nexport const a: string = 1\n'],
  'typescript(consistent-type-imports)': [
    'apps/api/src/typed.ts',
    "import { Loose } from './shape.ts'\nexport const a = (b: Loose) => b.name\n",
  ],
  'typescript(no-floating-promises)': [
    'apps/api/src/floating.ts',
    'const later = async () => 1\nexport const a = () => {\n  later()\n}\n',
  ],
  'typescript(no-non-null-assertion)': ['apps/api/src/sure.ts', 'export const a = (b: string[]) => b[0]!.length\n'],
  'typescript(switch-exhaustiveness-check)': [
    'apps/api/src/open.ts',
    "export function a(b: 'x' | 'y') {\n  switch (b) {\n    case 'x':\n      return 1\n  }\n  return 2\n}\n",
  ],
  'eslint(no-console)': ['apps/api/src/loud.ts', "export const a = () => console.log('a')\n"],
  'node(no-process-env)': ['apps/api/src/outside.ts', "export const a = process.env['PORT']\n"],
  'eslint(no-restricted-globals)': ['packages/domain/src/impure.ts', 'export const a = () => fetch("/")\n'],
  'react(hooks)': [
    'apps/portal/src/hook.tsx',
    "import { useState } from 'react'\nexport function A({ b }: { b: boolean }) {\n  if (b) useState(1)\n  return null\n}\n",
  ],
  'jsx-a11y(alt-text)': ['packages/ui/src/picture.tsx', 'export const A = () => <img src="a.png" />\n'],
  'vitest(expect-expect)': ['apps/api/src/a.test.ts', "import { test } from 'vitest'\ntest('a', () => {})\n"],
}

const WHOLE: Record<string, string> = {
  'apps/api/src/two.ts': "import { one } from './one.ts'\nexport const two = (): number => one()\n",
  'apps/api/src/shape.ts': 'export type Loose = { name: string }\n',
  'apps/api/src/env.ts': "export const port = process.env['PORT']\n",
  'scripts/say.ts': "console.log('a')\n",
}

function lint(): { code: string; filename: string }[] {
  copyFileSync(join(ROOT, '.oxlintrc.json'), join(tree, '.oxlintrc.json'))
  copyFileSync(join(ROOT, 'tsconfig.base.json'), join(tree, 'tsconfig.base.json'))
  const config = { extends: './tsconfig.base.json', compilerOptions: { jsx: 'react-jsx', types: [] } }
  const files = { ...WHOLE, ...Object.fromEntries(Object.values(BROKEN)), 'tsconfig.json': JSON.stringify(config) }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  const { stdout } = spawnSync(join(ROOT, 'node_modules', '.bin', 'oxlint'), ['--format=json'], {
    cwd: tree,
    encoding: 'utf8',
  })
  return (JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }).diagnostics
}

const diagnostics = lint()

test.each(Object.entries(BROKEN))('%s is an error', (code, [path]) => {
  expect(diagnostics.filter((found) => found.filename === path).map((found) => found.code)).toContain(code)
})

test('nothing is found where the rules allow it', () => {
  const allowed = Object.keys(WHOLE).filter((path) => path !== 'apps/api/src/two.ts')
  expect(diagnostics.filter(({ filename }) => allowed.includes(filename))).toEqual([])
})
