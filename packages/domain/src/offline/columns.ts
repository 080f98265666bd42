import type { ObservationType } from '../rounds/observation.ts'

/** What a column of a file with observations may hold. `place` says where in the clause: paragraph, figure, table, line. */
export const OFFLINE_FIELDS = ['clause', 'type', 'says', 'shouldSay', 'rationale', 'legalBasis', 'place'] as const
export type OfflineField = (typeof OFFLINE_FIELDS)[number]

export const OFFLINE_FIELD_NAMES = {
  clause: 'Numeral',
  type: 'Tipo',
  says: 'Dice',
  shouldSay: 'Debe decir',
  rationale: 'Justificación',
  legalBasis: 'Fundamento',
  place: 'Lugar dentro del numeral',
} as const satisfies Record<OfflineField, string>

/** How institutions and ISO's comment form (in its Spanish and English wording) head these columns. */
const HEADERS = {
  clause: [
    'numeral',
    'clausula',
    'capitulo',
    'apartado',
    'inciso',
    'capitulo subcapitulo',
    'clause',
    'clause subclause',
    'section',
  ],
  type: ['tipo', 'tipo de observacion', 'tipo de comentario', 'clasificacion', 'type of comment', 'type'],
  says: ['dice', 'texto actual', 'texto vigente', 'redaccion actual', 'current text'],
  shouldSay: [
    'debe decir',
    'propuesta',
    'texto propuesto',
    'propuesta de redaccion',
    'cambio propuesto',
    'proposed change',
  ],
  rationale: [
    'justificacion',
    'comentario',
    'comentarios',
    'motivo',
    'observacion',
    'observaciones',
    'comments',
    'justification',
  ],
  legalBasis: ['fundamento', 'fundamento legal', 'articulo', 'legal basis'],
  place: ['parrafo figura tabla', 'parrafo', 'paragraph figure table', 'paragraph', 'pagina'],
} as const satisfies Record<OfflineField, readonly string[]>

/** Columns of the same forms that say what the portal knows, or what is not the OPL's to say. */
const OTHERS = [
  'line number',
  'numero de linea',
  'mb nc',
  'opl',
  'no',
  'estado',
  'observaciones de la secretaria',
  'observations of the secretariat',
  'elemento',
]

const LEAST_LIKENESS = 0.62

/** What a header most probably means; null where it is like none of them. */
function suggestField(header: string): { field: OfflineField; likeness: number } | null {
  const said = plain(header)
  if (said === '' || OTHERS.some((other) => other === said)) return null
  let best: { field: OfflineField; likeness: number } | null = null
  for (const field of OFFLINE_FIELDS) {
    for (const known of HEADERS[field]) {
      const likeness = likenessOf(said, known)
      if (likeness >= LEAST_LIKENESS && likeness > (best?.likeness ?? 0)) best = { field, likeness }
    }
  }
  const other = Math.max(...OTHERS.map((known) => likenessOf(said, known)))
  return best !== null && best.likeness > other ? best : null
}

/** For each field the column that is most like it: no column twice, no field twice. */
export function suggestColumns(headers: readonly { column: number; text: string }[]): Map<OfflineField, number> {
  const candidates = headers
    .flatMap(({ column, text }) => {
      const suggested = suggestField(text)
      return suggested ? [{ column, ...suggested }] : []
    })
    .toSorted((one, other) => other.likeness - one.likeness)
  const columns = new Map<OfflineField, number>()
  for (const { column, field } of candidates) if (!columns.has(field)) columns.set(field, column)
  return columns
}

/** In small letters, without accents and signs. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** 1 for the same, 0 for nothing in common: pairs of letters that both have (Dice). */
function likenessOf(one: string, other: string): number {
  if (one === other) return 1
  const left = pairsOf(one)
  const right = pairsOf(other)
  const all = left.length + right.length
  let common = 0
  for (const pair of left) {
    const at = right.indexOf(pair)
    if (at === -1) continue
    common += 1
    right.splice(at, 1)
  }
  return all === 0 ? 0 : (2 * common) / all
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2))

const TYPE_WORDS: Readonly<Record<string, ObservationType | 'editorial'>> = {
  fondo: 'substance',
  ge: 'substance',
  general: 'substance',
  te: 'substance',
  tecnico: 'substance',
  technical: 'substance',
  forma: 'form',
  ortografia: 'spelling',
  ed: 'editorial',
  editorial: 'editorial',
}

/** Whether it is a type whose meaning the person has to choose: ISO's "ed" is form or spelling. */
export const isEditorial = (word: string): boolean => TYPE_WORDS[plain(word)] === 'editorial'

/** The type that a word names, of ours or of ISO's form; `editorial` is what the person takes "ed" for. */
export function typeNamed(word: string, editorial: 'form' | 'spelling'): ObservationType | null {
  const known = TYPE_WORDS[plain(word)]
  if (known === undefined) return null
  return known === 'editorial' ? editorial : known
}
