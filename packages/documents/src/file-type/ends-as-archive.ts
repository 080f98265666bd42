const END_OF_DIRECTORY = Buffer.from('PK\u0005\u0006', 'latin1')
const ENTRY = 0x02014b50
const END_BYTES = 22
/** As far as programs that open archives look for the end of the directory: a comment of any length may follow it. */
const LONGEST_END = 0x1_0000 + END_BYTES

/** Whether a program that opens zip archives would open the file, whatever stands before the archive. */
export function endsAsArchive(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const earliest = Math.max(0, bytes.length - LONGEST_END)
  for (let at = bytes.lastIndexOf(END_OF_DIRECTORY); at >= earliest; at = bytes.lastIndexOf(END_OF_DIRECTORY, at - 1)) {
    if (at + END_BYTES > bytes.length) continue
    const directory = at - bytes.readUInt32LE(at + 12)
    if (directory >= 0 && directory < at && bytes.readUInt32LE(directory) === ENTRY) return true
    if (at === 0) break
  }
  return false
}
