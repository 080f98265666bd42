const MOST = 180

/** Control characters, separators of lines, and those that turn the direction of text to disguise an extension. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu

/** A file's name as shown and offered for saving: the last part of a path, one line, nothing that hides or reserves. */
export function fileName(typed: string): string {
  const last = typed.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(HIDDEN, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  if (clean.length <= MOST) return clean || 'archivo'
  const extension = /\.[\p{L}\p{N}]{1,8}$/u.exec(clean)?.[0] ?? ''
  return `${Array.from(clean)
    .slice(0, MOST - extension.length)
    .join('')}${extension}`
}
