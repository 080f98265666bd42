/**
 * The code points that a TrueType font can draw, read from its `cmap` table (formats 4 and 12, the two in use).
 * Kept in house because the standards refuse a document in which a glyph is missing: better to know beforehand.
 */
export function codePointsOf(font: Buffer): Set<number> {
  const cmap = tableOffset(font, 'cmap')
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8),
  )
  return new Set(subtables.flatMap((offset) => subtableCodePoints(font, offset)))
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let record = 12; record < 12 + count * 16; record += 16) {
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`The font has no ${tag} table`)
}

function subtableCodePoints(font: Buffer, offset: number): number[] {
  const format = font.readUInt16BE(offset)
  if (format === 4) return segmentCodePoints(font, offset)
  if (format === 12) return groupCodePoints(font, offset)
  return []
}

function segmentCodePoints(font: Buffer, offset: number): number[] {
  const doubled = font.readUInt16BE(offset + 6)
  const codePoints: number[] = []
  for (let at = 0; at < doubled; at += 2) {
    const end = font.readUInt16BE(offset + 14 + at)
    const start = font.readUInt16BE(offset + 16 + doubled + at)
    const delta = font.readUInt16BE(offset + 16 + doubled * 2 + at)
    const rangeAt = offset + 16 + doubled * 3 + at
    const range = font.readUInt16BE(rangeAt)
    for (let codePoint = start; codePoint <= end && codePoint !== 0xff_ff; codePoint += 1) {
      const listed = range === 0 ? codePoint : font.readUInt16BE(rangeAt + range + (codePoint - start) * 2)
      if (listed !== 0 && ((listed + delta) & 0xff_ff) !== 0) codePoints.push(codePoint)
    }
  }
  return codePoints
}

function groupCodePoints(font: Buffer, offset: number): number[] {
  const groups = font.readUInt32BE(offset + 12)
  const codePoints: number[] = []
  for (let group = offset + 16; group < offset + 16 + groups * 12; group += 12) {
    const end = font.readUInt32BE(group + 4)
    for (let codePoint = font.readUInt32BE(group); codePoint <= end; codePoint += 1) codePoints.push(codePoint)
  }
  return codePoints
}
