import { Id } from '@portal/contracts'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { matrixOfRound } from './matrix-of-round.ts'
import { sendXlsx } from './send-xlsx.ts'

/** Files that are made when they are asked for, of what the actor may see: `GET /exports/rounds/<id>/matrix.xlsx`. */
export const exportRoutes: Routes = (app, { deps, actorOf }) => {
  app.get<{ Params: { id: string } }>('/exports/rounds/:id/matrix.xlsx', async (request, reply) => {
    const actor = await actorOf(request)
    const id = Id.safeParse(request.params.id)
    if (!id.success) throw new Refused({ code: 'NOT_FOUND' })
    return sendXlsx(reply, await matrixOfRound(deps, actor, id.data))
  })
}
