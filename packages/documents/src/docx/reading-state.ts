import type { ImportFinding } from '@portal/domain'
import { Fields } from './fields.ts'
import type { ParagraphDraft } from './paragraph-draft.ts'
import { Span } from './paragraph-draft.ts'
import type { Format } from './rich-text.ts'
import type { Block } from './story.ts'
import type { RunProperties, StyleSheet } from './style-sheet.ts'
import type { TableDraft } from './table-draft.ts'
import type { XmlElement } from './xml.ts'

export type StoryContext = {
  styles: StyleSheet
  /** Addresses of the part's external links by relationship id. They are kept as text, never fetched. */
  links: ReadonlyMap<string, string>
  /** Counts a paragraph and refuses the document when there are too many. */
  countBlock(): void
}

/** What is to be done when the element ends, or that it is to be passed over with all it holds. */
export type Ending = () => void
export type Handler = (state: ReadingState, element: XmlElement, path: ElementPath) => Ending | 'skip' | void
export type Handlers = readonly (readonly [string, Handler])[]
type ElementPath = { parent: string | undefined; grandparent: string | undefined }

/** A flow of text of its own: a story, or a text box inside one of its paragraphs. */
type Flow = { sink: Block[]; paragraph: ParagraphDraft | null; boxes: Block[]; fields: Fields }

type Run = { direct: RunProperties; style: string | null; resolved: Required<RunProperties> | null }

export const newFlow = (): Flow => ({ sink: [], paragraph: null, boxes: [], fields: new Fields() })

export const newRun = (): Run => ({ direct: {}, style: null, resolved: null })

/** Where a reader stands in a part, and the one place through which all text goes. */
export class ReadingState {
  readonly context: StoryContext
  readonly tables: TableDraft[] = []
  readonly alternates: { taken: boolean }[] = []
  readonly drawings: { alt: string; box: boolean }[] = []
  readonly hrefs: (string | null)[] = []
  flow = newFlow()
  run = newRun()
  target: 'text' | 'deleted' | 'code' | null = null
  /** Inside how many tracked deletions, content controls. */
  deletions = 0
  controls = 0
  /** Grows with everything that a reader of the document would see. */
  shown = 0
  readonly #spans = new Set<Span>()

  constructor(context: StoryContext) {
    this.context = context
  }

  emit(text: string, deleted = this.deletions > 0): void {
    const { paragraph, fields } = this.flow
    if (!paragraph || (fields.inCode && !deleted)) return
    const format = this.#format(paragraph)
    if (format.hidden && !deleted) {
      if (paragraph.hidden.length < 1000) paragraph.hidden += text
      return
    }
    for (const span of this.#spans) span.take(text, paragraph)
    if (deleted) return
    this.shown++
    const href = this.hrefs.findLast((address) => address !== null) ?? fields.href
    // Every link looks underlined: that is not emphasis.
    paragraph.builder.append(text, { ...format, underline: format.underline && href === null, href })
  }

  beginSpan(code: ImportFinding['code']): Ending {
    const span = new Span(code)
    this.follow(span)
    return () => this.unfollow(span)
  }

  follow(span: Span | null): void {
    if (span) this.#spans.add(span)
  }

  unfollow(span: Span | null): void {
    if (span && this.#spans.delete(span)) span.close()
  }

  /** Emphasis that the whole paragraph has by its style is its look, not a mark; being hidden counts wherever it comes from. */
  #format(paragraph: ParagraphDraft): Omit<Format, 'href'> & { hidden: boolean } {
    this.run.resolved ??= resolve(this.run, paragraph, this.context.styles)
    return this.run.resolved
  }
}

function resolve(run: Run, paragraph: ParagraphDraft, styles: StyleSheet): Required<RunProperties> {
  const character = [run.direct, ...styles.chain(run.style).map((style) => style.run)]
  const all = [...character, ...styles.chain(paragraph.styleId).map((style) => style.run)]
  const first = (name: keyof RunProperties, sources: readonly RunProperties[]): boolean =>
    sources.find((source) => source[name] !== undefined)?.[name] ?? false
  return {
    bold: first('bold', character),
    italic: first('italic', character),
    underline: first('underline', character),
    strike: first('strike', character),
    hidden: first('hidden', all),
  }
}
