import { isTest, lineAt } from './tree.ts'
import type { Finding, SourceFile } from './tree.ts'

type Ban = { pattern: RegExp; where: (path: string) => boolean; message: string }

const isCode = (path: string) => /\.(?:[cm]?ts|tsx|mjs|css|sql|prisma|typ)$/.test(path)

// The character classes keep this file from finding itself.
const BANS: Ban[] = [
  {
    pattern: /\bregistry\.(?:npmjs|yarnpkg|npmmirror)\b|\bhttps?:\/\/(?:registry|deb|npm|pypi)\./,
    where: () => true,
    message: 'No package registry is named in the project: whoever installs it configures theirs.',
  },
  {
    pattern: /(?<![\w.~/-])\/(?:home|Users|root|work|tmp|workspace)\/[\w.-]/,
    where: () => true,
    message: 'A path of one machine: make it relative to the project, or take it from the environment.',
  },
  {
    pattern: /\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b/,
    where: isCode,
    message: 'Finish it, or take it out: nothing unfinished is kept in the code.',
  },
  {
    pattern: /\.(?:skip|only|todo)[(]/,
    where: (path) => isTest(path) && isCode(path),
    message: 'Every test runs: repair it or delete it.',
  },
  {
    pattern: /\b(?:oxlint|eslint|biome|oxfmt|prettier)-(?:disable|ignore)|@boundaries-ignor[e]/,
    where: isCode,
    message: 'Rules have no exceptions in the code: write it another way, or change the rule for all.',
  },
  {
    pattern: /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bTemporal\.Now\b/,
    where: (path) => path.startsWith('packages/domain/src/') && !isTest(path),
    message: 'The domain has neither clock nor chance: take the moment or the number as an argument.',
  },
]

export function bannedTexts(files: SourceFile[]): Finding[] {
  return files.flatMap(({ path, text }) =>
    BANS.filter(({ where }) => where(path)).flatMap(({ pattern, message }) =>
      [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => ({
        path,
        line: lineAt(text, match.index),
        message: `"${match[0]}": ${message}`,
      })),
    ),
  )
}

const MOST_LINES = 300

/** Migrations are history and stay as they are; documents and data may be long. */
export function longFiles(files: SourceFile[]): Finding[] {
  return files
    .filter(({ path }) => isCode(path) && !path.includes('/migrations/'))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => ({ path, message: `${lines} lines, ${MOST_LINES} at most: split it by noun.` }))
}

const DRAWER = /(?:^|\/)(?:utils?|helpers?|commons?|shared|misc|types)(?:\/|\.[^/]+$)/i

export function drawers(files: SourceFile[]): Finding[] {
  return files
    .filter(({ path }) => DRAWER.test(path))
    .map(({ path }) => ({ path, message: 'No drawers: name it after the noun that it serves.' }))
}
