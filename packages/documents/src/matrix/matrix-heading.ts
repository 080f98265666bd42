import { centralTime } from '../central-time.ts'
import type { MatrixData } from './matrix-data.ts'
import { matrixHash } from './matrix-hash.ts'

/** Where the QR code of every format leads, said to whoever does not see it. */
export const QR_ALT = 'Código QR de la dirección de verificación'

export type MatrixHeading = ReturnType<typeof matrixHeading>

/** What every format says above the rows, in the same words. */
export function matrixHeading(matrix: MatrixData) {
  const { specification, round, version, generatedAt, verificationUrl, illustrative, rows } = matrix
  const hash = matrixHash(matrix)
  return {
    title: `Matriz de observaciones · ${specification}`,
    of: `${round} · ${version}`,
    made: `Generada: ${centralTime(Temporal.Instant.from(generatedAt))} · ${counted(rows.length)}`,
    hash,
    extract: matrix.extract === null ? null : `Extracto de la matriz. ${matrix.extract}`,
    // Of an extract, and of a matrix in which something is kept from its reader, the rows have a hash of their own.
    publishedHash: matrix.publishedHash === hash ? null : matrix.publishedHash,
    url: webAddress(verificationUrl),
    mark: illustrative ? 'Demostración — contenido ilustrativo' : null,
  }
}

export const HASH_LABEL = 'Huella del contenido (SHA-256):'
export const PUBLISHED_HASH_LABEL = 'Huella de la matriz publicada, completa:'
export const VERIFICATION_LABEL = 'Verificación:'

function counted(rows: number): string {
  return `${rows.toLocaleString('en-US')} ${rows === 1 ? 'observación' : 'observaciones'}`
}

/** Only a web address becomes a link: a matrix must not open anything else. */
function webAddress(url: string): string {
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`Not a web address: ${url}`)
  return href
}
