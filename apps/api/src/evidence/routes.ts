import { Id } from '@portal/contracts'
import type { Person } from '@portal/domain'
import { z } from 'zod'
import { readerOn, type Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { found, Refused } from '../refused.ts'
import type { Routes } from '../http/routes.ts'
import { scopeOf } from '../specifications/exports.ts'
import { receiptPdf } from './receipt-pdf.ts'
import { bundleRecord } from './record-bundle/bundle-record.ts'

type Row = {
  folio: string
  code: string
  at: string
  body: string
  seq: number
  hash: Buffer
  chain_hash: Buffer
  organisation: string
}

/** A receipt belongs to who acted; DERFE and the auditor read all of them. */
const FIND: Statement = {
  name: 'evidence_receipt_pdf',
  text: `
    SELECT r.folio, r.code, r.at, r.seq, r.body, r.hash, e.hash AS chain_hash, coalesce(o.name, r.organisation_id) AS organisation
    FROM receipt AS r
    JOIN audit_event AS e ON e.record_id = r.record_id AND e.seq = r.seq
    LEFT JOIN organisation AS o ON o.id = r.organisation_id
    WHERE r.code = $1 AND ($2::boolean OR r.organisation_id = $3)`,
}

/**
 * `GET /receipts/<code>.pdf`: the acuse, made again from what was certified; the same bytes each time.
 * `GET /exports/records/<id>/expediente.zip`: all that is on record of a record, to be checked without the portal.
 */
export const evidenceRoutes: Routes = (app, { deps, actorOf }) => {
  app.get('/receipts/:file', async (request, reply) => {
    const { file } = z.object({ file: z.string() }).parse(request.params)
    const actor = await actorOf(request)
    const row = found(/^[\w-]{1,64}\.pdf$/.test(file) ? await findReceipt(deps, actor, file.slice(0, -4)) : null)
    const hashes = { hash: row.hash.toString('hex'), chainHash: row.chain_hash.toString('hex') }
    const pdf = await receiptPdf(deps, { ...row, ...hashes })
    return await reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${row.folio.replaceAll('/', '-')}.pdf"`)
      .header('cache-control', 'private, no-store')
      .send(Buffer.from(pdf))
  })

  app.get<{ Params: { id: string } }>('/exports/records/:id/expediente.zip', async (request, reply) => {
    const actor = await actorOf(request)
    const id = Id.safeParse(request.params.id)
    if (!id.success) throw new Refused({ code: 'NOT_FOUND' })
    return await reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="expediente-${id.data}.zip"`)
      .header('cache-control', 'private, no-store')
      .send(await bundleRecord(deps, actor, id.data))
  })
}

const findReceipt = (deps: Deps, actor: Person, code: string) =>
  readerOn(deps.pool).one<Row>(FIND, [code, scopeOf(actor) === 'all', actor.organisationId])
