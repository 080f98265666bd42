import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A text file of the project; `path` is relative to its root, with slashes. */
export type SourceFile = { path: string; text: string }

export type Finding = { path: string; line?: number; message: string }

const LEFT_OUT = new Set([
  'node_modules',
  'dist',
  'generated',
  'coverage',
  'test-results',
  'playwright-report',
  '.git',
  '.turbo',
  '.cache',
  '.data',
])

const TEXT = new Set(
  '.ts .tsx .mts .mjs .js .json .css .html .svg .md .yaml .yml .sql .prisma .typ .sh .txt .toml'.split(' '),
)

/** Every text file that people write: neither what is installed or generated, nor binaries, nor the lockfile. */
export function readTree(root: string, under = ''): SourceFile[] {
  return readdirSync(join(root, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under === '' ? entry.name : `${under}/${entry.name}`
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : readTree(root, path)
    if (!entry.isFile() || entry.name === 'pnpm-lock.yaml' || !isText(entry.name)) return []
    return [{ path, text: readFileSync(join(root, path), 'utf8') }]
  })
}

const isText = (name: string) => TEXT.has(extname(name)) || extname(name) === ''

export const isTest = (path: string): boolean =>
  /\.test\.tsx?$|(^|\/)(testing|e2e|bench|test-files)\/|\/testing[^/]*\.ts$|\.config\.ts$/.test(path)

/** The line (from 1) on which the character at `offset` stands. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
