import type { ClauseContent } from './clause.ts'

/** How a person cites a clause: `1.1`, `1.1 a)`, `2 · párrafo 3`, `3.2 · tabla 1`. */
export function citationOf(clauses: readonly ClauseContent[], index: number): string {
  return citationsOf(clauses)[index] ?? ''
}

/**
 * The citations of all clauses of a document, each of them different. A citation names only what is needed: paragraphs
 * that announce a list are left out, unless two lists of the same clause could then not be told apart.
 */
export function citationsOf(clauses: readonly ClauseContent[]): string[] {
  const nodes = nodesOf(clauses)
  markAmbiguousLists(nodes)
  const used = new Set<string>()
  return nodes.map((node) => {
    const { own, parent, holder } = node
    let citation: string
    if (own === null) citation = joined(holder.citation, ' · ', `${node.noun} ${node.count}`)
    else if (own.alone) citation = used.has(own.text) ? joined(parent.citation, ' ', own.text) : own.text
    else citation = joined((parent.ambiguous ? parent : holder).citation, ' ', own.text)
    node.citation = citation
    // A number that the document repeats among siblings can't be told apart in any other way.
    for (let count = 2; used.has(node.citation); count++) node.citation = `${citation} (${count})`
    used.add(node.citation)
    return node.citation
  })
}

/** What can stand around a clause: another clause, or the document, whose citation is empty. */
type Holder = {
  depth: number
  /** The nearest around it that has a name of its own, where it has none itself. */
  named: Holder | null
  counts: Map<string, number>
  /** It announces one of several lists that begin alike. */
  ambiguous: boolean
  citation: string
}

type Node = Holder & {
  parent: Holder
  /** The nearest ancestor with a name of its own, or the document. */
  holder: Holder
  own: OwnName | null
  noun: string
  /** Which of its noun it is within its holder. */
  count: number
}

/** `alone`: the name says all by itself, without those of its ancestors. */
type OwnName = { text: string; alone: boolean }

const NOUNS = {
  heading: 'encabezado',
  paragraph: 'párrafo',
  list_item: 'viñeta',
  table: 'tabla',
} as const satisfies Record<ClauseContent['kind'], string>

function nodesOf(clauses: readonly ClauseContent[]): Node[] {
  const document = newHolder(-1, null)
  const open = [document]
  return clauses.map((clause) => {
    while (open.length > 1 && (open.at(-1)?.depth ?? -1) >= clause.depth) open.pop()
    const parent = open.at(-1) ?? document
    const holder = parent.named ?? parent
    const noun = NOUNS[clause.kind]
    const own = ownName(clause, holder === document)
    const count = own === null ? (holder.counts.get(noun) ?? 0) + 1 : 0
    if (own === null) holder.counts.set(noun, count)
    const node = Object.assign(newHolder(clause.depth, own === null ? holder : null), {
      parent,
      holder,
      own,
      noun,
      count,
    })
    open.push(node)
    return node
  })
}

const newHolder = (depth: number, named: Holder | null): Holder => ({
  depth,
  named,
  counts: new Map(),
  ambiguous: false,
  citation: '',
})

/** By its number or, of a heading without one, by its words; null for what can only be counted. */
function ownName({ kind, number, text }: ClauseContent, outermost: boolean): OwnName | null {
  if (number === null) return kind === 'heading' ? { text: `«${shortened(text)}»`, alone: true } : null
  const bare = number.replace(/[.:-]+$/, '')
  // 2.5.1 or Artículo 3 say all by themselves; a) or 3. say it together with what they are in.
  if (/\d\.\d/.test(number) || /^\p{L}{3,}\.?\s+[\dIVXLC]+/u.test(number)) return { text: bare, alone: true }
  return { text: outermost ? bare : number, alone: false }
}

function markAmbiguousLists(nodes: readonly Node[]): void {
  const byHolder = new Map<Holder, Map<string, Holder>>()
  for (const { own, parent, holder } of nodes) {
    if (own === null || own.alone) continue
    const parents = byHolder.get(holder) ?? new Map<string, Holder>()
    byHolder.set(holder, parents)
    const before = parents.get(own.text)
    if (before && before !== parent) {
      for (const announcing of [before, parent]) announcing.ambiguous = announcing !== holder
    }
    parents.set(own.text, before ?? parent)
  }
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= 40 ? line : `${line.slice(0, 40).replace(/\s+\S*$/, '')}…`
}

const joined = (start: string, separator: string, end: string): string => (start === '' ? end : start + separator + end)
