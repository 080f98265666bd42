import type { MatrixFormat } from '@portal/documents'
import type { FastifyReply } from 'fastify'

const CONTENT_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
} as const satisfies Record<MatrixFormat, string>

/** A matrix to be saved under its name. */
export const sendMatrix = (
  reply: FastifyReply,
  { name, format, bytes }: { name: string; format: MatrixFormat; bytes: Uint8Array },
) =>
  reply
    .headers({
      'content-type': CONTENT_TYPES[format],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    })
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
