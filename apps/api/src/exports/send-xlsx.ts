import type { FastifyReply } from 'fastify'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook to be saved under its name. */
export const sendXlsx = (reply: FastifyReply, { name, workbook }: { name: string; workbook: Uint8Array }) =>
  reply
    .headers({
      'content-type': XLSX,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    })
    .send(Buffer.from(workbook.buffer, workbook.byteOffset, workbook.byteLength))
