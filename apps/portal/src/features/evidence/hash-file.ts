import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

const PIECE = 4 * 1024 * 1024

/** SHA-256 in hex, in pieces: WebCrypto would need the whole file in memory, and a page served by HTTPS. */
export async function hashFile(file: Blob): Promise<string> {
  const hash = sha256.create()
  for (let from = 0; from < file.size; from += PIECE) {
    hash.update(new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer()))
  }
  return bytesToHex(hash.digest())
}
