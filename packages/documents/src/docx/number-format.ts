/** How Word writes a counter (ECMA-376 part 1, 17.18.59), and how such a label is read back. */
export type NumberFormat =
  | 'decimal'
  | 'decimalZero'
  | 'lowerLetter'
  | 'upperLetter'
  | 'lowerRoman'
  | 'upperRoman'
  | 'ordinal'
  | 'ordinalText'
  | 'bullet'
  | 'none'

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

const ONES = ['', 'primero', 'segundo', 'tercero', 'cuarto', 'quinto', 'sexto', 'séptimo', 'octavo', 'noveno'] as const
const TENS = ['', 'décimo', 'vigésimo', 'trigésimo'] as const

const FORMATS = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  ordinal: (value) => `${value}º`,
  ordinalText: (value) => {
    const words = ordinalWords(value)
    return words.charAt(0).toUpperCase() + words.slice(1)
  },
  bullet: () => '',
  none: () => '',
} as const satisfies Record<NumberFormat, (value: number) => string>

/** The formats of other scripts and the decorated ones are shown as plain numbers. */
export const numberFormatOf = (name: string | undefined): NumberFormat =>
  name !== undefined && isNumberFormat(name) ? name : 'decimal'

export const formatNumber = (value: number, format: NumberFormat): string => FORMATS[format](value)

/** The value of a roman numeral in lower case, or null when it is not written the way it must be. */
export function romanValue(text: string): number | null {
  let value = 0
  let rest = text
  for (const [worth, sign] of ROMAN) {
    while (rest.startsWith(sign)) {
      value += worth
      rest = rest.slice(sign.length)
    }
  }
  return rest === '' && roman(value) === text ? value : null
}

/** The value of `a`…`z`, `aa`, `bb`… in lower case, or null. */
export function letterValue(text: string): number | null {
  const first = text.charCodeAt(0) - 96
  if (first < 1 || first > 26 || text !== text.charAt(0).repeat(text.length)) return null
  return (text.length - 1) * 26 + first
}

/** The value of `primero`, `tercera`, `décimo segundo`, `decimosegundo`… in lower case, or null; capitals often lack accents. */
export function ordinalValue(text: string): number | null {
  return ORDINALS.get(bare(text)) ?? null
}

const bare = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/\s+/)
    .map((word) => word.replace(/a$/, 'o'))
    .join('')

function isNumberFormat(name: string): name is NumberFormat {
  return Object.hasOwn(FORMATS, name)
}

/** After z come aa, bb…; Word stops at 780 (thirty letters), where a number is clearer anyway. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return text
}

function ordinalWords(value: number): string {
  const ten = TENS[Math.floor(value / 10)]
  const one = ONES[value % 10]
  if (value < 1 || ten === undefined || one === undefined) return String(value)
  return [ten, one].filter((word) => word !== '').join(' ')
}

const ORDINALS = new Map(Array.from({ length: 39 }, (_, index) => [bare(ordinalWords(index + 1)), index + 1]))
