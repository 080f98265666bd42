import type { ImportedDocument, Result } from '@portal/domain'
import { ok, refuse } from '@portal/domain'
import { ClauseList } from './clauses.ts'
import type { Draft } from './drafts.ts'
import { draftsOf } from './drafts.ts'
import { flatten, noAttachments } from './flatten.ts'
import type { Numberer } from './flatten.ts'
import { ListCounter, listPositionOf } from './list-counter.ts'
import { readNumbering } from './numbering-part.ts'
import type { DocxLimits, DocxRefusal } from './refusal.ts'
import { assertWithin, DEFAULT_LIMITS, Refused } from './refusal.ts'
import { excerptOf } from './rich-text.ts'
import type { Block } from './story.ts'
import { readStories } from './story-reader.ts'
import { readStyleSheet } from './style-sheet.ts'
import type { WordPackage } from './word-package.ts'
import { openWordPackage, readRelationships } from './word-package.ts'

/**
 * Reads a .docx as numbered clauses, in reading order. Every word that a reader of the document sees is in the clauses
 * or in the title; what Word shows in a special way, or hides, is told in the findings. Nothing is fetched or written.
 *
 * A file that can't be read is refused with a reason; the work it can cause is bounded by `limits`.
 */
export function importDocx(bytes: Uint8Array, limits: Partial<DocxLimits> = {}): Result<ImportedDocument, DocxRefusal> {
  try {
    const all = { ...DEFAULT_LIMITS, ...limits }
    return ok(readDocument(openWordPackage(bytes, all), all))
  } catch (problem) {
    if (problem instanceof Refused) return refuse(problem.refusal)
    throw problem
  }
}

function readDocument(source: WordPackage, limits: DocxLimits): ImportedDocument {
  const { archive, mainPart, relationships } = source
  const partsOf = (type: string): string[] =>
    relationships
      .filter(
        (relationship) => relationship.type === type && !relationship.external && archive.has(relationship.target),
      )
      .map(({ target }) => target)
  const styles = readStyleSheet(archive, partsOf('styles')[0] ?? null, limits)
  const numbering = readNumbering(archive, partsOf('numbering')[0] ?? null, styles, limits)
  let blocks = 0
  const countBlock = (): void => assertWithin(limits, 'blocks', ++blocks)
  const read = (part: string, container: string): ReadonlyMap<string, readonly Block[]> => {
    const external = readRelationships(archive, part, limits).filter((relationship) => relationship.external)
    const links = new Map(external.map(({ id, target }) => [id, target]))
    return readStories(archive, part, container, limits, { styles, links, countBlock })
  }
  const readAll = (type: string, container: string): readonly (readonly Block[])[] =>
    partsOf(type).flatMap((part) => [...read(part, container).values()])
  const counter = new ListCounter(numbering)
  const numberer: Numberer = (paragraph) => {
    const position = listPositionOf(paragraph, styles, numbering)
    return position === null ? null : counter.next(position)
  }
  const body = read(mainPart, 'w:body').get('') ?? []
  const stories = {
    footnote: readNotes(partsOf('footnotes')[0], 'w:footnote', read),
    endnote: readNotes(partsOf('endnotes')[0], 'w:endnote', read),
    comment: readNotes(partsOf('comments')[0], 'w:comment', read),
  }
  const list = new ClauseList({
    note({ kind, id }) {
      const attachments = noAttachments()
      const story = stories[kind].get(id)
      return story ? { rich: flatten(story, numberer, attachments), attachments } : null
    },
    comment: (id) => {
      const story = stories.comment.get(id)
      return story ? flatten(story, () => null, noAttachments()).text : null
    },
  })
  const { title, rest } = takeTitle(draftsOf(body, styles, numberer))
  if (title) list.report(title.attachments, null, 0)
  list.addAll(rest)
  if (list.clauses.length === 0) throw new Refused({ code: 'EMPTY' })
  const margins = [...readAll('header', 'w:hdr'), ...readAll('footer', 'w:ftr')]
  const texts = margins.map((story) => excerptOf(flatten(story, () => null, noAttachments()).text))
  for (const text of new Set(texts)) if (text !== '') list.find('HEADER_OR_FOOTER', null, text)
  const first = list.clauses[0]
  const firstLine = first ? excerptOf(`${first.number ?? ''} ${first.text.split('\n')[0] ?? ''}`) : ''
  return {
    title: title ? title.rich.text.replaceAll(/\s+/g, ' ') : firstLine,
    clauses: list.clauses,
    findings: list.findings,
  }
}

function readNotes(
  part: string | undefined,
  container: string,
  read: (part: string, container: string) => ReadonlyMap<string, readonly Block[]>,
): ReadonlyMap<string, readonly Block[]> {
  return part === undefined ? new Map() : read(part, container)
}

/** The first line is the title, and no clause, when it has the title's style and something follows it. */
function takeTitle(drafts: readonly Draft[]): { title: Draft | null; rest: readonly Draft[] } {
  const shown = drafts.filter(({ rich }) => rich.text !== '')
  const [first, second] = shown
  if (first?.title !== true || second === undefined) return { title: null, rest: drafts }
  return { title: first, rest: drafts.filter((draft) => draft !== first) }
}
