import { Id, word } from '@portal/contracts'
import {
  DISPOSITION_NAMES,
  DISPOSITIONS,
  OBSERVATION_TYPE_NAMES,
  OBSERVATION_TYPES,
  type Disposition,
} from '@portal/domain'
import { z } from 'zod'
import type { MatrixFilter } from '../rounds/exports.ts'

const WITHOUT = 'sin-sentido'

/** The filters of an extract, as the addresses of the portal's lists have them. */
export const MatrixFilters = z
  .object({
    opl: word(40).optional(),
    numeral: Id.optional(),
    tipo: z.enum(OBSERVATION_TYPES).optional(),
    sentido: z.enum([...DISPOSITIONS, WITHOUT]).optional(),
  })
  .transform(({ opl, numeral, tipo, sentido }): MatrixFilter => ({
    organisationId: opl ?? null,
    clauseId: numeral ?? null,
    type: tipo ?? null,
    disposition: sentido === WITHOUT ? 'none' : (sentido ?? null),
  }))

export const WHOLE_MATRIX: MatrixFilter = { organisationId: null, clauseId: null, type: null, disposition: null }

export const isWhole = (filter: MatrixFilter): boolean => Object.values(filter).every((value) => value === null)

const dispositionName = (disposition: Disposition | 'none'): string =>
  disposition === 'none' ? 'Sin sentido' : DISPOSITION_NAMES[disposition]

/**
 * What an extract is cut down to, in the words that it prints; `words` is null for the whole matrix. Null where the round
 * knows no such OPL or clause.
 */
export function extractOf(
  { organisationId, clauseId, type, disposition }: MatrixFilter,
  named: { opl: string | null; clause: string | null },
): { words: string | null } | null {
  if ((organisationId !== null && named.opl === null) || (clauseId !== null && named.clause === null)) return null
  const parts = [
    organisationId === null ? null : `OPL: ${named.opl}`,
    clauseId === null ? null : `Numeral: ${named.clause}`,
    type === null ? null : `Tipo: ${OBSERVATION_TYPE_NAMES[type]}`,
    disposition === null ? null : `Sentido: ${dispositionName(disposition)}`,
  ].filter((part) => part !== null)
  return { words: parts.length === 0 ? null : parts.join(' · ') }
}
