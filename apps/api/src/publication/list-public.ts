import { ListPublicInput, page, PublicVersionRow } from '@portal/contracts'
import { readerOn } from '../acts/transaction.ts'
import { after, cursorOf, wordsOf } from '../specifications/exports.ts'
import { throttledProcedure } from '../trpc.ts'
import { publicVersions } from './public-versions.ts'

/** What was approved, for anybody: nothing of it but what the view names. */
export const listPublic = throttledProcedure
  .input(ListPublicInput)
  .output(page(PublicVersionRow))
  .query(async ({ ctx: { deps }, input: { cursor, limit, search } }) => {
    const place = { after: after(cursor), words: wordsOf(search ?? ''), limit }
    const found = await publicVersions(readerOn(deps.pool), place)
    return { rows: found.slice(0, limit), next: found.length > limit ? cursorOf(found[limit - 1]?.id) : null }
  })
