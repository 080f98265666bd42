import type { ImportedDocument, ProposedClause } from '@portal/domain'
import { importDocx } from '../import-docx.ts'
import type { DocxParts } from './build-docx.ts'
import { buildDocx } from './build-docx.ts'

/** Imports a document that must be accepted. */
export function read(parts: DocxParts | Uint8Array): ImportedDocument {
  const outcome = importDocx(parts instanceof Uint8Array ? parts : buildDocx(parts))
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

/** The outline as a person would write it: indentation, number and the start of the text. */
export function outlineOf(clauses: readonly ProposedClause[], width = 24): string[] {
  return clauses.map(({ depth, number, text }) => {
    const start = text.split(/[\t\n]/)[0]?.slice(0, width) ?? ''
    return `${'  '.repeat(depth)}${number === null ? '' : `${number} `}${start}`
  })
}

export const textsOf = ({ clauses }: ImportedDocument): string[] => clauses.map(({ text }) => text)

export const findingsOf = ({ findings }: ImportedDocument): string[] =>
  findings.map(({ code, clauseKey, excerpt }) => `${code} ${clauseKey ?? '-'} ${excerpt}`)
