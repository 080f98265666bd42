import type { Result } from '../result.ts'
import { ok, refuse, unreachable } from '../result.ts'
import type { ClauseContent, Mark, ProposedClause } from './clause.ts'

/** What the coordinator may change in a proposal before it becomes the clauses of a version. */
export type ProposalCorrection =
  /** Begins a new clause at `at`, in UTF-16 code units of the text. */
  | { kind: 'split'; key: string; at: number }
  /** Makes the clause part of the one before it. */
  | { kind: 'join'; key: string }
  /** Null says that it has no number; one that was typed goes back to the text. */
  | { kind: 'renumber'; key: string; number: string | null }
  | { kind: 'exclude' | 'include' | 'indent' | 'outdent'; key: string }

export type ProposalRefusal =
  | { code: 'CLAUSE_NOT_FOUND'; key: string }
  | { code: 'NOTHING_TO_SPLIT'; key: string; at: number }
  /** Only white space separates two clauses: a word is never cut. */
  | { code: 'SPLIT_INSIDE_WORD'; key: string; at: number }
  | { code: 'TABLE_CANNOT_BE_SPLIT' | 'TABLE_CANNOT_BE_JOINED'; key: string }
  | { code: 'NOTHING_BEFORE'; key: string }
  /** One of the two is excluded: joined, its text would come back or the other's would vanish. */
  | { code: 'EXCLUDED_CANNOT_BE_JOINED'; key: string }
  | { code: 'INVALID_NUMBER'; key: string; longest: number }
  | { code: 'CANNOT_INDENT' | 'CANNOT_OUTDENT'; key: string }

type Outcome = Result<ProposedClause[], ProposalRefusal>

const LONGEST_NUMBER = 60

/** A corrected copy. No correction loses a word: what leaves one clause stands in another, or in its number. */
export function correctProposal(clauses: readonly ProposedClause[], correction: ProposalCorrection): Outcome {
  const index = clauses.findIndex(({ key }) => key === correction.key)
  const clause = clauses[index]
  if (!clause) return refuse({ code: 'CLAUSE_NOT_FOUND', key: correction.key })
  switch (correction.kind) {
    case 'split':
      return split(clauses, index, clause, correction.at)
    case 'join':
      return join(clauses, index, clause)
    case 'renumber':
      return renumber(clauses, index, clause, correction.number)
    case 'exclude':
    case 'include':
      return ok(clauses.with(index, { ...clause, excluded: correction.kind === 'exclude' }))
    case 'indent':
      // There must be a clause before it to hold it.
      return (clauses[index - 1]?.depth ?? -1) >= clause.depth
        ? ok(moved(clauses, index, 1))
        : refuse({ code: 'CANNOT_INDENT', key: clause.key })
    case 'outdent':
      return clause.depth > 0 ? ok(moved(clauses, index, -1)) : refuse({ code: 'CANNOT_OUTDENT', key: clause.key })
    default:
      return unreachable(correction)
  }
}

/** The clauses of the version: without the excluded ones, and none deeper than one level inside the one before it. */
export function acceptedClauses(proposal: readonly ProposedClause[]): ClauseContent[] {
  const open: number[] = []
  return proposal.flatMap(({ kind, number, numberOrigin, depth, text, marks, table, excluded }) => {
    if (excluded) return []
    while ((open.at(-1) ?? -1) >= depth) open.pop()
    open.push(depth)
    return [{ kind, number, numberOrigin, depth: open.length - 1, text, marks, table }]
  })
}

function split(clauses: readonly ProposedClause[], index: number, clause: ProposedClause, at: number): Outcome {
  const { key, text } = clause
  if (clause.kind === 'table') return refuse({ code: 'TABLE_CANNOT_BE_SPLIT', key })
  if (text.slice(0, at).trim() === '' || text.slice(at).trim() === '' || !Number.isInteger(at) || at < 0) {
    return refuse({ code: 'NOTHING_TO_SPLIT', key, at })
  }
  if (/^\S\S$/.test(text.slice(at - 1, at + 1))) return refuse({ code: 'SPLIT_INSIDE_WORD', key, at })
  // The space between stays with the first: joined again, the text is what it was.
  const from = at + (text.length - at - text.slice(at).trimStart().length)
  const heading = clause.kind === 'heading'
  const rest: ProposedClause = {
    ...clause,
    key: freeKey(clauses, key),
    kind: heading ? 'paragraph' : clause.kind,
    number: null,
    numberOrigin: 'none',
    depth: heading ? clause.depth + 1 : clause.depth,
    text: text.slice(from),
    marks: marksBetween(clause.marks, from, text.length),
  }
  const first = { ...clause, text: text.slice(0, from), marks: marksBetween(clause.marks, 0, from) }
  return ok(clauses.toSpliced(index, 1, first, rest))
}

function join(clauses: readonly ProposedClause[], index: number, clause: ProposedClause): Outcome {
  const { key } = clause
  const before = clauses[index - 1]
  if (!before) return refuse({ code: 'NOTHING_BEFORE', key })
  if (clause.kind === 'table' || before.kind === 'table') return refuse({ code: 'TABLE_CANNOT_BE_JOINED', key })
  if (clause.excluded !== before.excluded) return refuse({ code: 'EXCLUDED_CANNOT_BE_JOINED', key })
  const added = withNumberInText(clause)
  const start = `${before.text}${before.text === '' || /\s$/.test(before.text) ? '' : ' '}`
  const shifted = added.marks.map((mark) => ({
    ...mark,
    start: mark.start + start.length,
    end: mark.end + start.length,
  }))
  const joined = { ...before, text: start + added.text, marks: mergeMarks([...before.marks, ...shifted]) }
  // What stood inside the clause now stands inside the one that it became part of.
  const inside = moved(clauses, index, before.depth - clause.depth)
  return ok(inside.toSpliced(index - 1, 2, joined))
}

function renumber(
  clauses: readonly ProposedClause[],
  index: number,
  clause: ProposedClause,
  number: string | null,
): Outcome {
  const { key } = clause
  if (number === null) {
    const text = clause.numberOrigin === 'typed' ? withNumberInText(clause) : clause
    return ok(clauses.with(index, { ...clause, ...text, number: null, numberOrigin: 'none' }))
  }
  const typed = number.normalize('NFC').trim()
  if (typed === '' || typed.length > LONGEST_NUMBER || /[\r\n\t]/.test(typed)) {
    return refuse({ code: 'INVALID_NUMBER', key, longest: LONGEST_NUMBER })
  }
  const taken = clause.kind === 'table' ? clause : withoutNumberInText(clause, typed)
  return ok(clauses.with(index, { ...clause, ...taken, number: typed, numberOrigin: 'typed' }))
}

/** A number that stands at the start of the text is taken out of it, so that it is not shown twice. */
function withoutNumberInText(clause: ProposedClause, number: string): Pick<ProposedClause, 'text' | 'marks'> {
  const { text, marks } = clause
  if (!text.startsWith(number) || !/^\s+\S/.test(text.slice(number.length))) return { text, marks }
  const from = text.length - text.slice(number.length).trimStart().length
  return { text: text.slice(from), marks: marksBetween(marks, from, text.length) }
}

function withNumberInText({ number, text, marks }: ProposedClause): Pick<ProposedClause, 'text' | 'marks'> {
  if (number === null) return { text, marks }
  const start = text === '' ? number : `${number} `
  const shifted = marks.map((mark) => ({ ...mark, start: mark.start + start.length, end: mark.end + start.length }))
  return { text: start + text, marks: shifted }
}

/** The clause and all that is inside it, moved in or out. */
function moved(clauses: readonly ProposedClause[], index: number, by: number): ProposedClause[] {
  const depth = clauses[index]?.depth ?? 0
  const next = clauses.findIndex((clause, at) => at > index && clause.depth <= depth)
  const end = next < 0 ? clauses.length : next
  return clauses.map((clause, at) => (at < index || at >= end ? clause : { ...clause, depth: clause.depth + by }))
}

/** Parts of parts are numbered like parts, so that a key stays short however often a clause is split. */
function freeKey(clauses: readonly ProposedClause[], key: string): string {
  const taken = new Set(clauses.map((clause) => clause.key))
  const whole = key.replace(/\..*$/, '')
  let number = 2
  while (taken.has(`${whole}.${number}`)) number++
  return `${whole}.${number}`
}

function marksBetween(marks: readonly Mark[], from: number, to: number): Mark[] {
  return marks.flatMap((mark) => {
    const start = Math.max(mark.start, from) - from
    const end = Math.min(mark.end, to) - from
    return start < end ? [{ ...mark, start, end }] : []
  })
}

/** Marks of one kind that touch become one again. */
function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged: Mark[] = []
  for (const mark of marks) {
    const at = merged.findIndex((other) => other.end === mark.start && isSameMark(other, mark))
    const before = merged[at]
    if (before) merged[at] = { ...before, end: mark.end }
    else merged.push(mark)
  }
  return merged
}

const isSameMark = (one: Mark, other: Mark): boolean =>
  one.kind === 'link' ? other.kind === 'link' && one.href === other.href : one.kind === other.kind
