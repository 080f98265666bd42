import type { XmlElement } from './xml.ts'

/** Elements of a run that stand for characters. */
const CHARACTERS = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
])

/** Symbol fonts put their signs at private places; these are the ones that change the meaning of a measure or a list. */
const SYMBOLS = new Map([
  ['symbol/a3', '≤'],
  ['symbol/b0', '°'],
  ['symbol/b1', '±'],
  ['symbol/b3', '≥'],
  ['symbol/b4', '×'],
  ['symbol/b7', '•'],
  ['symbol/b9', '≠'],
  ['symbol/d7', '·'],
  ['symbol/6d', 'µ'],
  ['wingdings/6f', '☐'],
  ['wingdings/a8', '☐'],
  ['wingdings/fb', '✗'],
  ['wingdings/fc', '✓'],
  ['wingdings/fd', '☒'],
  ['wingdings/fe', '☑'],
])

/** The characters that an element stands for, or null when it stands for none. */
export function charactersOf(element: XmlElement): string | null {
  if (element.name === 'w:sym') return symbolOf(element)
  return CHARACTERS.get(element.name) ?? null
}

function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(element.attribute('w:char') ?? '', 16)
  if (Number.isNaN(code) || code < 0x20 || code > 0xffff) return '\ufffd'
  const isPrivate = code >= 0xe000 && code <= 0xf8ff
  const font = (element.attribute('w:font') ?? '').toLowerCase()
  const sign = SYMBOLS.get(`${font}/${(code & 0xff).toString(16)}`)
  // A sign that has no letter of its own is still shown to be there.
  return sign ?? (isPrivate || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCharCode(code))
}
