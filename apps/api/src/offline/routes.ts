import { Id } from '@portal/contracts'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { bundleRound } from './bundle-round.ts'

/** `GET /exports/rounds/<id>/offline.zip`: a round to be worked on where there is no network. */
export const offlineRoutes: Routes = (app, { deps, actorOf }) => {
  app.get<{ Params: { id: string } }>('/exports/rounds/:id/offline.zip', async (request, reply) => {
    const actor = await actorOf(request)
    const id = Id.safeParse(request.params.id)
    // Only an OPL has an answer to write.
    if (!id.success || actor.kind !== 'opl') throw new Refused({ code: 'NOT_FOUND' })
    const { name, archive } = await bundleRound(deps, actor, id.data)
    return await reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .send(archive)
  })
}
