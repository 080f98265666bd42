export { importDocx } from './import-docx.ts'
export { inspectDocx } from './inspect-docx.ts'
export type { DocxLimits, DocxMeasure, DocxRefusal } from './refusal.ts'
