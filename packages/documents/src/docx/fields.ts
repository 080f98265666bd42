import { hrefOfField } from './links.ts'
import { Span } from './paragraph-draft.ts'

type Field = { stage: 'code' | 'result'; instruction: string; href: string | null; span: Span | null }

/** Fields that only point or count pages: nothing a reader needs to look at. */
const UNREMARKABLE = /^\s*(HYPERLINK|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|NOTEREF)\b/i

/** The open fields of a text flow: their codes are not shown, their results are. */
export class Fields {
  readonly #open: Field[] = []

  get inCode(): boolean {
    return this.#open.some(({ stage }) => stage === 'code')
  }

  get href(): string | null {
    return this.#open.findLast(({ href }) => href !== null)?.href ?? null
  }

  begin(): void {
    this.#open.push({ stage: 'code', instruction: '', href: null, span: null })
  }

  instruct(text: string): void {
    const field = this.#open.findLast(({ stage }) => stage === 'code')
    if (field && field.instruction.length < 4000) field.instruction += text
  }

  /** The result begins. Returns what follows its text, unless the field is of no interest or inside another result. */
  separate(): Span | null {
    const field = this.#open.at(-1)
    if (field?.stage !== 'code') return null
    const inner = this.#open.some(({ stage }) => stage === 'result')
    field.stage = 'result'
    field.href = hrefOfField(field.instruction)
    field.span = inner || UNREMARKABLE.test(field.instruction) ? null : new Span('FIELD')
    return field.span
  }

  end(): Span | null {
    return this.#open.pop()?.span ?? null
  }

  /** A field whose code never ended must not swallow the text that follows: it ends with its paragraph. */
  endParagraph(): void {
    while (this.#open.at(-1)?.stage === 'code') this.#open.pop()
  }
}
