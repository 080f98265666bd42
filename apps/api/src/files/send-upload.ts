import type { UploadView } from '@portal/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { byteRange } from './byte-range.ts'
import { contentDisposition } from './content-disposition.ts'

const RAW = 'application/octet-stream'

/** Word files go as bytes that no browser opens; a PDF as what it is, for the viewer, in a sandbox of its own. */
const CONTENT_TYPES: Readonly<Record<string, string>> = { pdf: 'application/pdf' }

/** A file to be saved and never opened in place; in parts, and only once, where the browser asks so. */
export function sendUpload(deps: Deps, request: FastifyRequest, reply: FastifyReply, upload: UploadView): FastifyReply {
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
