import type { FileRefusal } from '@portal/contracts'
import type { DocxRefusal, PdfRefusal, WorkbookRefusal } from '@portal/documents'

export function docxRefusal(refusal: DocxRefusal): FileRefusal {
  if (refusal.code === 'TWO_FILES') return { code: 'CARRIES_FILES' }
  if (refusal.code !== 'TOO_LARGE') return { code: refusal.code }
  const { measure, limit, size } = refusal
  return { code: 'TOO_LARGE', limit, size, unit: measure.endsWith('Bytes') ? 'bytes' : 'blocks' }
}

export function pdfRefusal(refusal: PdfRefusal): FileRefusal {
  switch (refusal.code) {
    case 'NOT_PDF':
    case 'DAMAGED':
    case 'ENCRYPTED':
      return { code: refusal.code }
    case 'JAVASCRIPT':
    case 'LAUNCH_ACTION':
    case 'AUTOMATIC_ACTION':
      return { code: 'ACTIVE_CONTENT' }
    case 'EMBEDDED_FILES':
    case 'TWO_FILES':
      return { code: 'CARRIES_FILES' }
    case 'TOO_MANY_PAGES':
      return { code: 'TOO_LARGE', limit: refusal.limit, size: refusal.pages, unit: 'pages' }
    case 'TOO_LARGE':
      return { ...refusal, unit: 'bytes' }
    case 'UNDETERMINED':
      return { code: 'DAMAGED' }
  }
}

export function workbookRefusal(refusal: WorkbookRefusal): FileRefusal {
  if (refusal.code === 'TWO_FILES') return { code: 'CARRIES_FILES' }
  if (refusal.code !== 'TOO_LARGE') return { code: refusal.code }
  const { measure, limit, size } = refusal
  return { code: 'TOO_LARGE', limit, size, unit: measure }
}
