import { hrefOfField } from './links.ts'
import { Span } from './paragraph-draft.ts'

type Field = { stage: 'code' | 'result'; instruction: string; href: string | null; span: Span | null }

/** Fields that only point or count pages: nothing a reader needs to look at. */
const UNREMARKABLE = /^\s*(HYPERLINK|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|NOTEREF)\b/i

/** The open fields of a text flow: their codes are not shown, their results are. */
export class Fields {
  readonly #open: Field[] = []
  readonly #hrefs: string[] = []
  #codes = 0

  get inCode(): boolean {
    return this.#codes > 0
  }

  get href(): string | null {
    return this.#hrefs.at(-1) ?? null
  }

  begin(): void {
    this.#open.push({ stage: 'code', instruction: '', href: null, span: null })
    this.#codes++
  }

  instruct(text: string): void {
    const field = this.#open.at(-1)
    if (field?.stage === 'code' && field.instruction.length < 4000) field.instruction += text
  }

  /** The result begins. Returns what follows its text, unless the field is of no interest or inside another one. */
  separate(): Span | null {
    const field = this.#open.at(-1)
    if (field?.stage !== 'code') return null
    this.#codes--
    field.stage = 'result'
    field.href = hrefOfField(field.instruction)
    if (field.href !== null) this.#hrefs.push(field.href)
    field.span = this.#open.length > 1 || UNREMARKABLE.test(field.instruction) ? null : new Span('FIELD')
    return field.span
  }

  end(): Span | null {
    const field = this.#open.pop()
    if (field?.stage === 'code') this.#codes--
    if (field && field.href !== null) this.#hrefs.pop()
    return field?.span ?? null
  }

  /** A field whose code never ended must not swallow the text that follows: it ends with its paragraph. */
  endParagraph(): void {
    while (this.#open.at(-1)?.stage === 'code') this.end()
  }
}
