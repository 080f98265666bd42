import type { Readable } from 'node:stream'
import { writeOfflineWorkbook } from '@portal/documents'
import type { Person } from '@portal/domain'
import { ZipFile } from 'yazl'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { inThread } from '../adapters/in-thread.ts'
import type { Deps } from '../deps.ts'
import { sentVersion, type SentVersion } from './sent-version.ts'
import { ownAnswer, takesDrafts } from './own-answer.ts'
import { ownObservations } from './own-observations.ts'
import { roundDocument } from './round-document.ts'
import { roundWorkbook } from './round-workbook.ts'

const DOCUMENT_THREAD = new URL('document-thread.ts', import.meta.url)
/** A document of some hundred pages takes seconds. */
const DOCUMENT_MS = 2 * 60_000

/**
 * What an OPL needs of a round where there is no network, as a ZIP archive: the document to read, the artwork that it may
 * see, and a workbook to fill with its observations.
 * @throws Refused NOT_FOUND before anything is sent
 */
export async function bundleRound(
  deps: Deps,
  actor: Person,
  roundId: string,
): Promise<{ name: string; archive: Readable }> {
  const now = deps.clock.now()
  const answer = await ownAnswer(deps, actor, roundId)
  const version = await sentVersion(deps, actor, answer.versionId)
  const all = await ownObservations(readerOn(deps.pool, sightOf(actor)), answer.id, actor, now)
  const observations = all.filter(({ status }) => status !== 'withdrawn')
  const artworks = artworksIn(version)
  const document = roundDocument(
    answer,
    version,
    artworks.map(({ element, file }) => ({ element, file })),
    now,
  )
  const writable = takesDrafts(answer, actor, now)
  const workbook = await writeOfflineWorkbook(roundWorkbook(answer, version, observations, { writable, madeAt: now }))
  const mtime = new Date(now)
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(await inThread<Uint8Array>(DOCUMENT_THREAD, document, DOCUMENT_MS)), 'documento.pdf', {
    mtime,
  })
  zip.addBuffer(Buffer.from(workbook), 'observaciones.xlsx', { mtime })
  for (const { file, upload } of artworks) {
    // Opened when its turn comes: large artwork never stands in memory. A PDF has nothing left to compress.
    zip.addReadStreamLazy(file, { mtime, size: upload.bytes, compress: false }, (opened) =>
      opened(null, deps.files.open(upload.sha256)),
    )
  }
  zip.end()
  return { name: `ronda-${answer.round}-sin-conexion.zip`, archive: zip.outputStream as Readable }
}

/** The artwork that the actor may see, each under a name that every disk takes. */
const artworksIn = ({ artworks }: SentVersion) =>
  artworks
    .filter(({ withheld }) => !withheld)
    .map(({ element, upload }, index) => ({
      element,
      upload,
      file: `laminas/${String(index + 1).padStart(2, '0')}-${element.replace(/[^\p{L}\p{N} ._-]/gu, '_')}.pdf`,
    }))
