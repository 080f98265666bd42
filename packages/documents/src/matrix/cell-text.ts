/** What Excel holds in one cell, in UTF-16 units; a longer text makes the file "damaged". */
const CELL_LIMIT = 32_767

/** Room for the note that says where a text goes on. */
const NOTE_ROOM = 200

/**
 * Text as a workbook can hold it without losing any: a text that happens to look like the format's own escape (`_x0041_`)
 * is escaped, and so are the two code points that XML forbids and the writer lets through. Half of a surrogate pair is no
 * character and becomes U+FFFD. A leading = + - @ needs nothing: the cell is typed as text.
 */
export function cellText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\uFFFE', '_xFFFE_')
    .replaceAll('\uFFFF', '_xFFFF_')
}

/** The text of one cell, cut into as many parts as cells it needs; never inside a character or an escape. */
export function cellParts(text: string): string[] {
  const whole = cellText(text)
  if (whole.length <= CELL_LIMIT) return [whole]
  const parts: string[] = []
  let part = ''
  for (const [token] of whole.matchAll(/_x[0-9A-Fa-f]{4}_|[\s\S]/gu)) {
    if (part.length + token.length > CELL_LIMIT - NOTE_ROOM) {
      parts.push(part)
      part = ''
    }
    part += token
  }
  return [...parts, part]
}
