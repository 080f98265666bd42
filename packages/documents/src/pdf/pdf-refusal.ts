import type { Result } from '@portal/domain'

/** Why a PDF can't be taken in, with the facts that a person needs to mend it. */
export type PdfRefusal =
  | { code: 'NOT_PDF' }
  | { code: 'DAMAGED' }
  | { code: 'ENCRYPTED' }
  /** The file would run something: a script, or an action that starts a program. */
  | { code: 'JAVASCRIPT' }
  | { code: 'LAUNCH_ACTION' }
  /** Opening it, or a page of it, would ask for an address or send something without anybody pressing a link. */
  | { code: 'AUTOMATIC_ACTION' }
  /** The file carries other files, which nobody would have looked at. */
  | { code: 'EMBEDDED_FILES' }
  /** After its end comes another file: what opens depends on which program is asked. */
  | { code: 'TWO_FILES' }
  | { code: 'TOO_MANY_PAGES'; limit: number; pages: number }
  /** In bytes. */
  | { code: 'TOO_LARGE'; limit: number; size: number }
  /** Reading it took more time or memory than any honest file: nothing is known about it, so it is not taken in. */
  | { code: 'UNDETERMINED' }

/** Size of a page as it is seen: cropped, turned and scaled as the page says. */
export interface PdfPage {
  widthMm: number
  heightMm: number
}

export type PdfInspection = Result<{ pages: PdfPage[] }, PdfRefusal>
