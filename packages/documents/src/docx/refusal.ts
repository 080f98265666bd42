/** Why a file can't become clauses, with the facts that a person needs to mend it. */
export type DocxRefusal =
  /** `LEGACY_WORD` is a .doc of Word 97-2003: it opens in Word and can be saved as .docx. */
  | { code: 'NOT_DOCX'; found: 'PDF' | 'LEGACY_WORD' | 'OTHER_ZIP' | 'OTHER' }
  /** `part` is the damaged part inside the file, or null when the archive itself is broken or cut short. */
  | { code: 'DAMAGED'; part: string | null }
  | { code: 'ENCRYPTED' }
  | { code: 'MACROS'; part: string }
  /** A control that runs, or a template that Word fetches from elsewhere, with the macros it has. */
  | { code: 'ACTIVE_CONTENT'; part: string }
  /** `part` is a file of another program inside the document, which a double click takes out or Word takes in by itself. */
  | { code: 'CARRIES_FILES'; part: string }
  /** Before or after the document there is another file: what opens depends on which program is asked. */
  | { code: 'TWO_FILES' }
  /** `size` is how far the file got when it passed the limit, or what it declares; both in the unit of `measure`. */
  | { code: 'TOO_LARGE'; measure: DocxMeasure; limit: number; size: number }
  | { code: 'EMPTY' }

export type DocxMeasure = keyof DocxLimits

export type DocxLimits = {
  /** Bytes of the uploaded file. */
  inputBytes: number
  /** Bytes of all parts once inflated, declared or real. */
  inflatedBytes: number
  /** Bytes of one XML part once inflated. */
  partBytes: number
  /** Entries of the archive. */
  entries: number
  /** Paragraphs, those in table cells and notes included. */
  blocks: number
  /** Elements inside elements. */
  nesting: number
}

const MEGABYTE = 1024 * 1024

export const DEFAULT_LIMITS: DocxLimits = {
  inputBytes: 25 * MEGABYTE,
  inflatedBytes: 200 * MEGABYTE,
  partBytes: 32 * MEGABYTE,
  entries: 10_000,
  blocks: 50_000,
  nesting: 200,
}

/** Leaves a reader that is deep inside callbacks; `importDocx` turns it into the returned refusal. */
export class Refused extends Error {
  readonly refusal: DocxRefusal

  constructor(refusal: DocxRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export function damaged(part: string | null): Refused {
  return new Refused({ code: 'DAMAGED', part })
}

export function assertWithin(limits: DocxLimits, measure: DocxMeasure, size: number): void {
  if (size > limits[measure]) throw new Refused({ code: 'TOO_LARGE', measure, limit: limits[measure], size })
}
