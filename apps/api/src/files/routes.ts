import { Id } from '@portal/contracts'
import type { Person } from '@portal/domain'
import type { FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { keepUpload } from './keep-upload.ts'
import { sendUpload } from './send-upload.ts'
import { visibleUpload } from './visible-upload.ts'

const RAW = 'application/octet-stream'

/** Documents and artwork are DERFE's to bring, letters of appointment the administration's; what the OPL answers is typed. */
const mayUpload = (actor: Person): boolean => actor.role === 'derfe_coordinator' || actor.role === 'administrator'

/** `POST /files?name=…` with the bytes as they are, answered with an UploadView; `GET /files/<uploadId>`. */
export const fileRoutes: Routes = (app, { deps, actorOf }) => {
  app.register(async (scope) => {
    // The body stays a stream, whose limit is counted while it is written down.
    scope.addContentTypeParser(
      RAW,
      (_request: FastifyRequest, payload: Readable, done: (error: null, body: Readable) => void) => done(null, payload),
    )
    scope.post<{ Querystring: { name?: string } }>(
      '/files',
      { bodyLimit: Number.MAX_SAFE_INTEGER },
      async (request) => {
        const actor = await actorOf(request)
        if (!mayUpload(actor)) throw new Refused({ code: 'FORBIDDEN' })
        if (request.headers['content-type']?.split(';', 1)[0]?.trim() !== RAW)
          throw new Refused({ code: 'TYPE_NOT_ACCEPTED', type: '' })
        return await keepUpload(deps, actor, request.query.name ?? '', request.body as Readable)
      },
    )
  })

  app.get<{ Params: { uploadId: string } }>('/files/:uploadId', async (request, reply) => {
    const actor = await actorOf(request)
    const id = Id.safeParse(request.params.uploadId)
    if (!id.success) throw new Refused({ code: 'NOT_FOUND' })
    const upload = await visibleUpload(deps, actor, id.data)
    return sendUpload(deps, request, reply, upload)
  })
}
