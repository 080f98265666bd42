/** `whole`: no range, or one that we may ignore (RFC 9110, 14.2); `none`: nothing of it is there. `end` is inclusive. */
export type ByteRange = 'whole' | 'none' | { start: number; end: number }

/** A single range of bytes of a file of `size` bytes; several at once are answered with all of it. */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!match) return 'whole'
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return 'whole'
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'none' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start >= size) return 'none'
  return end < start ? 'whole' : { start, end }
}
