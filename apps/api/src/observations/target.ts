import type { ObservationTarget, Person } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { Refused } from '../refused.ts'
import { readBy, withheldFrom } from '../specifications/exports.ts'

const READ = { classes: '$3', day: '$4' }

const CLAUSE: Statement = {
  name: 'observation_target_clause',
  text: `SELECT text, citation, ${withheldFrom('clause', READ)} AS withheld FROM clause WHERE id = $1 AND version_id = $2`,
}
const ARTWORK: Statement = {
  name: 'observation_target_artwork',
  text: `
    SELECT element, jsonb_array_length(pages) AS pages, ${withheldFrom('artwork', READ)} AS withheld
    FROM artwork WHERE id = $1 AND version_id = $2`,
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

/**
 * What the target names has to be in the version that the round sent, and the actor's to read: its text would be quoted.
 * @throws Refused TARGET_NOT_IN_VERSION, TARGET_WITHHELD
 */
export async function placedTarget(
  act: Act,
  target: ObservationTarget,
  versionId: string,
  actor: Person,
): Promise<PlacedTarget> {
  const read = readBy(actor, act.now())
  switch (target.kind) {
    case 'clause': {
      const { citation } = await clauseOf(act, target.clauseId, versionId, read)
      const columns = ['clause', target.clauseId, null, null, null, null, null, null, null, null, null] as const
      return { citation, columns }
    }
    case 'text': {
      const { clauseId, start, end } = target
      const { citation, text } = await clauseOf(act, clauseId, versionId, read)
      if (start >= end || end > text.length) throw new Refused({ code: 'TARGET_NOT_IN_VERSION' })
      // The quote is what stands there, whatever the browser made of it.
      const quote = text.slice(start, end)
      return { citation, columns: ['text', clauseId, start, end, quote, null, null, null, null, null, null] }
    }
    case 'region': {
      const { artworkId, page, x, y, width, height, clauseId } = target
      const artwork = await act.one<{ element: string; pages: number; withheld: boolean }>(ARTWORK, [
        artworkId,
        versionId,
        ...read,
      ])
      if (artwork?.withheld) throw new Refused({ code: 'TARGET_WITHHELD' })
      if (!artwork || page > artwork.pages) throw new Refused({ code: 'TARGET_NOT_IN_VERSION' })
      if (clauseId !== null) await clauseOf(act, clauseId, versionId, read)
      return {
        citation: `${artwork.element}, página ${page}`,
        columns: ['region', clauseId, null, null, null, artworkId, page, x, y, width, height],
      }
    }
  }
}

type Read = ReturnType<typeof readBy>

async function clauseOf(act: Act, clauseId: string, versionId: string, read: Read) {
  const values = [clauseId, versionId, ...read]
  const clause = await act.one<{ text: string; citation: string; withheld: boolean }>(CLAUSE, values)
  if (!clause) throw new Refused({ code: 'TARGET_NOT_IN_VERSION' })
  if (clause.withheld) throw new Refused({ code: 'TARGET_WITHHELD' })
  return clause
}
