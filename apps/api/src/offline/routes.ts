import type { Readable } from 'node:stream'
import { Id } from '@portal/contracts'
import type { FastifyRequest } from 'fastify'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { bundleRound } from './bundle-round.ts'
import { keptWorkbook } from './kept-workbook.ts'

const RAW = 'application/octet-stream'

/**
 * `GET /exports/rounds/<id>/offline.zip`: a round to be worked on where there is no network.
 * `POST /files/workbooks?name=…`: the workbook that comes back, answered with an UploadView.
 */
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

  app.register(async (scope) => {
    // The body stays a stream, whose limit is counted while it is written down.
    scope.addContentTypeParser(
      RAW,
      (_request: FastifyRequest, payload: Readable, done: (error: null, body: Readable) => void) => done(null, payload),
    )
    scope.post<{ Querystring: { name?: string } }>(
      '/files/workbooks',
      { bodyLimit: Number.MAX_SAFE_INTEGER },
      async (request) => {
        const actor = await actorOf(request)
        if (actor.kind !== 'opl') throw new Refused({ code: 'FORBIDDEN' })
        if (request.headers['content-type']?.split(';', 1)[0]?.trim() !== RAW) throw new Refused({ code: 'NOT_XLSX' })
        return await keptWorkbook(deps, actor, request.query.name ?? '', request.body as Readable)
      },
    )
  })
}
