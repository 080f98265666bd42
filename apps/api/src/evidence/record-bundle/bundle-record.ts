import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Person } from '@portal/domain'
import { ZipFile } from 'yazl'
import { bundleMessage, sealMessage, type SealKey } from '../../acts/seal-key.ts'
import { inThread } from '../../adapters/in-thread.ts'
import type { Deps } from '../../deps.ts'
import { receiptPdf } from '../receipt-pdf.ts'
import { readsWhole, verbsKeptFrom } from '../verbs.ts'
import { gatherRecord, type GatheredRecord } from './gather-record.ts'
import { bundledName, receiptFile } from './bundled-names.ts'
import { indexData } from './index-data.ts'
import { indexPage } from './index-page.ts'

/** Read by whoever wants to know what the check does before they trust it: one file, no dependency. */
const VERIFIER = new URL('verificar.mjs', import.meta.url)

const INDEX_THREAD = new URL('index-thread.ts', import.meta.url)
/** Some seconds for a thousand acts. */
const INDEX_MS = 5 * 60_000

/**
 * The expediente of a record as a ZIP archive: its acts as they were hashed, receipts, seals with their keys, files, an
 * index to read and the script that checks all of it without the portal. What the actor may not read stands there as a
 * hash, so that the chain can still be followed.
 * @throws Refused NOT_FOUND before anything is sent
 */
export async function bundleRecord(deps: Deps, actor: Person, recordId: string): Promise<Readable> {
  const record = await gatherRecord(deps, actor, recordId)
  const zip = new ZipFile()
  const sums: [sha256: string, path: string][] = []
  const mtime = new Date(deps.clock.now())
  const add = (path: string, content: string | Uint8Array) => {
    const bytes = Buffer.from(content)
    sums.push([createHash('sha256').update(bytes).digest('hex'), path])
    zip.addBuffer(bytes, path, { mtime })
  }
  const kept = verbsKeptFrom(actor)
  const isRead = (event: Event): boolean => readsWhole(event.verb, event) && !kept.includes(event.verb)
  const read = { ...record, events: record.events.filter(isRead) }
  const index = indexData(read, recordId, deps.clock.now())
  add('indice.html', indexPage(index))
  add('indice.pdf', await inThread<Uint8Array>(INDEX_THREAD, index, INDEX_MS))
  add('actos.jsonl', linesOf(record.events.map((event) => actLine(event, isRead(event)))))
  add('acuses.jsonl', linesOf(record.receipts.map(receiptLine)))
  add('sellos.json', sealsText(record))
  for (const { hash, stamp } of record.seals) {
    if (stamp === null) continue
    add(`estampas/${hash}.txt`, sealMessage(Buffer.from(hash, 'hex')))
    add(`estampas/${hash}.tst`, Buffer.from(stamp, 'hex'))
  }
  add('verificar.mjs', await readFile(VERIFIER))
  for (const receipt of record.receipts) {
    add(`acuses/${receiptFile(receipt.folio)}`, await receiptPdf(deps, receipt))
  }
  for (const file of record.files) {
    const path = `archivos/${bundledName(file)}`
    sums.push([file.sha256, path])
    // Opened when its turn comes: an expediente of large artwork never stands in memory.
    zip.addReadStreamLazy(path, { mtime, size: file.bytes }, (opened) => opened(null, deps.files.open(file.sha256)))
  }
  const listed = Buffer.from(linesOf(sums.map(([sha256, path]) => `${sha256}  ${path}`)))
  zip.addBuffer(listed, 'SHA256SUMS', { mtime })
  zip.addBuffer(Buffer.from(signed(deps.sealKey, listed)), 'SHA256SUMS.firma', { mtime })
  zip.end()
  return zip.outputStream as Readable
}

type Event = GatheredRecord['events'][number]

const signed = ({ id, sign }: SealKey, sums: Buffer): string =>
  JSON.stringify({ keyId: id, signature: sign(bundleMessage(sums)).toString('hex') })

const linesOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

const actLine = (event: Event, read: boolean): string =>
  JSON.stringify({
    recordId: event.record_id,
    seq: event.seq,
    folio: event.folio,
    body: read ? event.body : null,
    hash: event.hash,
  })

const receiptLine = ({ folio, recordId, seq, body, hash }: GatheredRecord['receipts'][number]): string =>
  JSON.stringify({ folio, recordId, seq, body, hash })

const sealsText = ({ keys, seals }: GatheredRecord): string =>
  JSON.stringify({
    keys: keys.map(({ id, publicKey, since, introducedBy, signature }) => ({
      id,
      publicKey: publicKey.toString('hex'),
      since,
      introducedBy,
      signature: signature.toString('hex'),
    })),
    // A stamp is a file of its own, as OpenSSL wants it.
    seals: seals.map(({ stamp: _, ...seal }) => seal),
  })
