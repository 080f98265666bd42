import type { OfflineRowView } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import type { Tone } from '@portal/ui'
import { IconAlertTriangle, IconArrowsDiff, IconEqual, IconPencil, IconPlus, type Icon } from '@tabler/icons-react'

export type RowStatus = OfflineRowView['status']

export const ROW_SIGNS = {
  new: { icon: IconPlus, tone: 'good', label: 'Nueva' },
  changed: { icon: IconPencil, tone: 'active', label: 'Modificada' },
  conflict: { icon: IconArrowsDiff, tone: 'warn', label: 'En conflicto' },
  refused: { icon: IconAlertTriangle, tone: 'bad', label: 'No se toma' },
  unchanged: { icon: IconEqual, tone: 'neutral', label: 'Sin cambio' },
} as const satisfies Record<RowStatus, { icon: Icon; tone: Tone; label: string }>

type Problem = OfflineRowView['problems'][number]

const SENTENCES = {
  FORMULA: () => 'contiene una fórmula. Escriba el texto en su lugar.',
  MERGED: () => 'es parte de celdas combinadas. Sepárelas: cada observación ocupa su renglón.',
  DATE: () => 'el programa convirtió lo escrito en una fecha. Dé a la celda formato de texto y escríbalo otra vez.',
  CELL_ERROR: () => 'contiene un error de la hoja de cálculo.',
  CLAUSE_MISSING: () => 'falta el numeral.',
  CLAUSE_UNKNOWN: () => 'ese numeral no está en la versión de esta ronda. Elija uno de la lista.',
  CLAUSE_AMBIGUOUS: () =>
    'el numeral se guardó como número y puede ser más de uno (2.1 o 2.10). Dé a la celda formato de texto y escríbalo otra vez.',
  CLAUSE_WITHHELD: () => 'ese numeral está reservado y su institución no puede observarlo.',
  TYPE_MISSING: () => 'falta el tipo.',
  TYPE_UNKNOWN: () => 'ese tipo no existe. Elija Fondo, Forma u Ortografía.',
  TOO_LONG: ({ limit }) => `el texto pasa de ${formatCount(limit ?? 0)} caracteres.`,
  NOTHING_WRITTEN: () => 'El renglón no dice nada: escriba «Dice», «Debe decir» o «Justificación».',
  PLACE_FIXED: () => 'observa un fragmento o una lámina; su lugar se cambia en el portal.',
  ALREADY_SENT: () => 'La observación ya se envió y no se modifica.',
  DISCARDED: () => 'La observación se desechó en el portal.',
  OBSERVATION_UNKNOWN: () => 'El renglón nombra una observación que no es de su institución en esta ronda.',
  REPEATED: () => 'El renglón repite otro de este archivo (al copiar un renglón se copia su identificador).',
} as const satisfies Record<Problem['code'], (problem: Problem) => string>

/** "C7: falta el numeral." */
export function problemSentence(problem: Problem): string {
  const sentence = SENTENCES[problem.code](problem)
  return problem.cell === '' ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : `${problem.cell}: ${sentence}`
}

export const rowCount = (count: number): string => (count === 1 ? '1 renglón' : `${formatCount(count)} renglones`)
