import type { RoundDocument } from '@portal/documents'
import { formatDue, withheldNotice } from '@portal/domain'
import type { OwnAnswer } from './own-answer.ts'
import type { SentVersion } from './sent-version.ts'

type Clause = SentVersion['clauses'][number]

/** What the PDF of a bundle says: the round's facts and the clauses in order, as far as the actor may read them. */
export function roundDocument(
  answer: OwnAnswer,
  { title, clauses }: SentVersion,
  artworks: RoundDocument['artworks'],
  madeAt: string,
): RoundDocument {
  const { round, version, due, organisation, message, illustrative } = answer
  const facts = [
    ['Documento', answer.title],
    ['Versión', String(version)],
    ['Ronda', String(round)],
    ['Institución', organisation],
    ['Vence', dueWords(due)],
    ['Mensaje de la DERFE', message],
    ['Contenido', illustrative ? 'Demostración: ilustrativo' : ''],
  ] as const
  return {
    specification: title,
    madeAt,
    facts: facts.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }])),
    clauses: clauses.map((clause) => ({
      citation: clause.citation,
      kind: clause.kind,
      depth: clause.depth,
      number: clause.number ?? '',
      text: textOf(clause),
      rows: (clause.table?.rows ?? []).map(({ cells }) =>
        cells.map(({ text, columns, rows, header }) => ({ text, columns, rows, header })),
      ),
    })),
    artworks,
  }
}

const textOf = ({ text, withheld, classification }: Clause): string =>
  withheld && classification !== null ? withheldNotice(classification) : text

export const dueWords = (due: string | null): string => (due === null ? 'sin fecha' : formatDue(due))
