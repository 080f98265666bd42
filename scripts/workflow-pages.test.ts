import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RESPONSE_MOVES, ROUND_MOVES, VERSION_MOVES } from '../packages/domain/src/index.ts'

const page = readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8')

type Row = { by: string | readonly string[]; from: readonly string[]; to: string }

const code = (words: string | readonly string[]) =>
  [words]
    .flat()
    .map((word) => `\`${word}\``)
    .join(', ')

test.each([
  ['The round', ROUND_MOVES],
  ['The answer of one OPL', RESPONSE_MOVES],
  ['The version', VERSION_MOVES],
])('the documentation prints the table of %s as it is', (title, moves) => {
  const [, section = ''] = page.split(`## ${title}\n`)
  const printed = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'))
  const rows = Object.entries<Row>(moves).map(
    ([command, { by, from, to }]) => `| \`${command}\` | ${code(by)} | ${code(from)} | \`${to}\` |`,
  )
  expect(rows.length).toBeGreaterThan(5)
  expect(printed).toEqual(rows)
})
