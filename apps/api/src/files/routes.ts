import { Id, type UploadView } from '@portal/contracts'
import type { Person } from '@portal/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import type { Deps } from '../deps.ts'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { byteRange } from './byte-range.ts'
import { contentDisposition } from './content-disposition.ts'
import { keepUpload } from './keep-upload.ts'
import { visibleUpload } from './visible-upload.ts'

const RAW = 'application/octet-stream'

/** Word files go as bytes that no browser opens; a PDF as what it is, for the viewer, in a sandbox of its own. */
const CONTENT_TYPES: Readonly<Record<string, string>> = { pdf: 'application/pdf' }

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

function sendUpload(deps: Deps, request: FastifyRequest, reply: FastifyReply, upload: UploadView): FastifyReply {
  const etag = `"${upload.sha256}"`
  reply.headers({
    etag,
    // Who may see it can change: browsers ask each time, and get no bytes twice.
    'cache-control': 'private, no-cache',
    'content-disposition': contentDisposition(upload.name),
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'accept-ranges': 'bytes',
  })
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  reply.type(CONTENT_TYPES[upload.type] ?? RAW)
  const conditional = request.headers['if-range']
  const range =
    conditional === undefined || conditional === etag ? byteRange(request.headers.range, upload.bytes) : 'whole'
  if (range === 'none') return reply.code(416).header('content-range', `bytes */${upload.bytes}`).send()
  if (range === 'whole') return reply.header('content-length', upload.bytes).send(deps.files.open(upload.sha256))
  const { start, end } = range
  return reply
    .code(206)
    .headers({ 'content-range': `bytes ${start}-${end}/${upload.bytes}`, 'content-length': end - start + 1 })
    .send(deps.files.open(upload.sha256, range))
}
