import { fonts } from './compiler.ts'
import { codePointsOf } from './font-coverage.ts'

const covered = fonts.map((font) => codePointsOf(font)).reduce((all, one) => all.intersection(one))

/** Where a line may break: templates turn it into a break without a character, so that copied text stays exact. */
const BREAK = '\u200B'

/**
 * Text as the vendored fonts can print it. What they lack (emoji, other scripts), and what would act on the page without
 * being seen (controls, marks that turn the direction of writing), is shown by its code point, `[U+202E]`, so that a
 * receipt neither loses a character silently nor shows another order than the one that was sent.
 * A run without spaces longer than `longestRun` may break after every fourth letter.
 */
export function printable(text: string, longestRun = 32): string {
  const shown = Array.from(
    text
      .normalize('NFC')
      .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
      .replaceAll('\t', ' '),
    show,
  )
  const tooLong = new RegExp(`\\S{${longestRun + 1},}`, 'gu')
  return shown.join('').replaceAll(tooLong, (run) => run.match(/(?:.\p{M}*){1,4}/gu)?.join(BREAK) ?? run)
}

function show(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0
  if (character === '\n') return character
  if (covered.has(codePoint) && !/[\p{C}\p{Default_Ignorable_Code_Point}]/u.test(character)) return character
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
}
