import type { ClauseContent } from './clause.ts'

/** How a person cites a clause: `1.1`, `1.1 a)`, `2 · párrafo 3`, `3.2 · tabla 1`. */
export function citationOf(clauses: readonly ClauseContent[], index: number): string {
  return citationsOf(clauses)[index] ?? ''
}

/**
 * The citations of all clauses of a document, each of them different. A citation names only what is needed: ancestors
 * without a number are left out, unless that would make two citations equal.
 */
export function citationsOf(clauses: readonly ClauseContent[]): string[] {
  const named = nameAll(clauses)
  const times = new Map<string, number>()
  for (const { short } of named) times.set(short, (times.get(short) ?? 0) + 1)
  const used = new Set<string>()
  return named.map(({ short, long }) => {
    const citation = times.get(short) === 1 || used.has(long) ? short : long
    let unique = citation
    // A number that the document repeats among siblings can't be told apart in any other way.
    for (let count = 2; used.has(unique); count++) unique = `${citation} (${count})`
    used.add(unique)
    return unique
  })
}

type Name = { depth: number; named: boolean; short: string; long: string; counts: Map<string, number> }

const NOUNS = {
  heading: 'encabezado',
  paragraph: 'párrafo',
  list_item: 'viñeta',
  table: 'tabla',
} as const satisfies Record<ClauseContent['kind'], string>

function nameAll(clauses: readonly ClauseContent[]): Name[] {
  const document: Name = { depth: -1, named: true, short: '', long: '', counts: new Map() }
  const open = [document]
  return clauses.map((clause) => {
    while (open.length > 1 && (open.at(-1)?.depth ?? -1) >= clause.depth) open.pop()
    const parent = open.at(-1) ?? document
    const holder = open.findLast(({ named }) => named) ?? document
    const own = ownName(clause, holder === document)
    const name: Name = {
      depth: clause.depth,
      named: own !== null,
      counts: new Map(),
      short:
        own === null
          ? counted(holder, holder.short, clause, '')
          : own.alone
            ? own.text
            : joined(holder.short, ' ', own.text),
      long: own === null ? counted(parent, parent.long, clause, ' long') : joined(parent.long, ' ', own.text),
    }
    open.push(name)
    return name
  })
}

/** By its number or, of a heading without one, by its words; null for what can only be counted. */
function ownName({ kind, number, text }: ClauseContent, outermost: boolean): { text: string; alone: boolean } | null {
  if (number === null) return kind === 'heading' ? { text: `«${shortened(text)}»`, alone: true } : null
  const bare = number.replace(/[.:-]+$/, '')
  // 2.5.1 or Artículo 3 say all by themselves; a) or 3. say it together with what they are in.
  if (/\d\.\d/.test(number) || /^\p{L}{3,}\.?\s+[\dIVXLC]+/u.test(number)) return { text: bare, alone: true }
  return { text: outermost ? bare : number, alone: false }
}

function counted(holder: Name, start: string, { kind }: ClauseContent, purpose: string): string {
  const noun = NOUNS[kind]
  const count = (holder.counts.get(noun + purpose) ?? 0) + 1
  holder.counts.set(noun + purpose, count)
  return joined(start, ' · ', `${noun} ${count}`)
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= 40 ? line : `${line.slice(0, 40).replace(/\s+\S*$/, '')}…`
}

const joined = (start: string, separator: string, end: string): string => (start === '' ? end : start + separator + end)
