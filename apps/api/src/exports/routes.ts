import { Id } from '@portal/contracts'
import { MATRIX_FORMATS } from '@portal/documents'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { overviewOfRound } from '../rounds/exports.ts'
import { MatrixFilters } from './matrix-filters.ts'
import { matrixOfRound } from './matrix-of-round.ts'
import { OVERVIEW_TABLES, sendOverview } from './overview-csv.ts'
import { sendMatrix } from './send-matrix.ts'

/**
 * Files that are made when they are asked for, of what the actor may see:
 * `GET /exports/rounds/<id>/matrix.xlsx|docx|pdf|json?opl=…&numeral=…&tipo=…&sentido=…`,
 * and `GET /exports/rounds/<id>/overview/respuestas|numerales|dias.csv`, the tables of its overview.
 */
export const exportRoutes: Routes = (app, { deps, actorOf }) => {
  for (const format of MATRIX_FORMATS) {
    app.get<{ Params: { id: string } }>(`/exports/rounds/:id/matrix.${format}`, async (request, reply) => {
      const actor = await actorOf(request)
      const id = Id.safeParse(request.params.id)
      const filter = MatrixFilters.safeParse(request.query)
      if (!id.success || !filter.success) throw new Refused({ code: 'NOT_FOUND' })
      return sendMatrix(reply, await matrixOfRound(deps, actor, id.data, format, filter.data))
    })
  }
  for (const table of OVERVIEW_TABLES) {
    app.get<{ Params: { id: string } }>(`/exports/rounds/:id/overview/${table}.csv`, async (request, reply) => {
      const actor = await actorOf(request)
      const id = Id.safeParse(request.params.id)
      if (!id.success) throw new Refused({ code: 'NOT_FOUND' })
      return sendOverview(reply, table, await overviewOfRound(deps, actor, id.data))
    })
  }
}
