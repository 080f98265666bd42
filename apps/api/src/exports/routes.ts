import { Id } from '@portal/contracts'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { matrixOfRound } from './matrix-of-round.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Files that are made when they are asked for, of what the actor may see: `GET /exports/rounds/<id>/matrix.xlsx`. */
export const exportRoutes: Routes = (app, { deps, actorOf }) => {
  app.get<{ Params: { id: string } }>('/exports/rounds/:id/matrix.xlsx', async (request, reply) => {
    const actor = await actorOf(request)
    const id = Id.safeParse(request.params.id)
    if (!id.success) throw new Refused({ code: 'NOT_FOUND' })
    const { name, workbook } = await matrixOfRound(deps, actor, id.data)
    return reply
      .headers({
        'content-type': XLSX,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      })
      .send(Buffer.from(workbook.buffer, workbook.byteOffset, workbook.byteLength))
  })
}
