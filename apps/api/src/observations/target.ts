import type { ObservationTarget } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { Refused } from '../refused.ts'

const CLAUSE: Statement = {
  name: 'observation_target_clause',
  text: 'SELECT text, citation FROM clause WHERE id = $1 AND version_id = $2',
}
const ARTWORK: Statement = {
  name: 'observation_target_artwork',
  text: 'SELECT element, jsonb_array_length(pages) AS pages FROM artwork WHERE id = $1 AND version_id = $2',
}

/** The columns of a target, and how it is cited. */
export type PlacedTarget = {
  citation: string
  columns: readonly [
    kind: ObservationTarget['kind'],
    clauseId: string | null,
    start: number | null,
    end: number | null,
    quote: string | null,
    artworkId: string | null,
    page: number | null,
    x: number | null,
    y: number | null,
    width: number | null,
    height: number | null,
  ]
}

/** What the target names has to be in the version that the round sent. @throws Refused TARGET_NOT_IN_VERSION */
export async function placedTarget(act: Act, target: ObservationTarget, versionId: string): Promise<PlacedTarget> {
  switch (target.kind) {
    case 'clause': {
      const { citation } = await clauseOf(act, target.clauseId, versionId)
      const columns = ['clause', target.clauseId, null, null, null, null, null, null, null, null, null] as const
      return { citation, columns }
    }
    case 'text': {
      const { clauseId, start, end } = target
      const { citation, text } = await clauseOf(act, clauseId, versionId)
      if (start >= end || end > text.length) throw new Refused({ code: 'TARGET_NOT_IN_VERSION' })
      // The quote is what stands there, whatever the browser made of it.
      const quote = text.slice(start, end)
      return { citation, columns: ['text', clauseId, start, end, quote, null, null, null, null, null, null] }
    }
    case 'region': {
      const { artworkId, page, x, y, width, height, clauseId } = target
      const artwork = await act.one<{ element: string; pages: number }>(ARTWORK, [artworkId, versionId])
      if (!artwork || page > artwork.pages) throw new Refused({ code: 'TARGET_NOT_IN_VERSION' })
      if (clauseId !== null) await clauseOf(act, clauseId, versionId)
      return {
        citation: `${artwork.element}, página ${page}`,
        columns: ['region', clauseId, null, null, null, artworkId, page, x, y, width, height],
      }
    }
  }
}

async function clauseOf(act: Act, clauseId: string, versionId: string): Promise<{ text: string; citation: string }> {
  const clause = await act.one<{ text: string; citation: string }>(CLAUSE, [clauseId, versionId])
  if (!clause) throw new Refused({ code: 'TARGET_NOT_IN_VERSION' })
  return clause
}
