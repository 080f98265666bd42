import { createHash } from 'node:crypto'

/** The key of what the product does by itself at the end of something: a UUID made of a hash, as version 8 of RFC 9562 allows. */
export function keyOf(verb: string, roundId: string, due: string): string {
  const hash = createHash('sha256').update(`${verb} ${roundId} ${due}`).digest('hex')
  const [third, fourth] = [hash.slice(13, 16), hash.slice(17, 20)]
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${third}-a${fourth}-${hash.slice(20, 32)}`
}
