import { letterValue, ordinalValue, romanValue } from './number-format.ts'

/** What a number may mean: `i)` is the ninth letter or the first roman numeral, and only its neighbours can tell. */
export type NumberReading = {
  /** Numbers of one scheme follow one another: letters with a bracket are one, letters with a point another. */
  scheme: string
  value: number
}

/** The components of `2.5.1.` or `2.`; null for a number of another kind. */
export function decimalPath(label: string): readonly number[] | null {
  const digits = /^\(?(\d{1,5}(?:\.\d{1,5})*)[.):°º-]*$/.exec(label)?.[1]
  return digits === undefined ? null : digits.split('.').map(Number)
}

export function readingsOf(label: string): readonly NumberReading[] {
  const named = /^(\p{L}{3,}\.?)\s+(.+?)[.:)º°-]*$/u.exec(label)
  if (named && isDivision(label)) {
    const scheme = (named[1] ?? '').toLowerCase().normalize('NFC')
    return valuesOf(named[2] ?? '').map(({ value }) => ({ scheme, value }))
  }
  const [, open = '', sign = '', close = ''] = /^(\(?)(.+?)([.):°º-]*)$/.exec(label) ?? []
  return valuesOf(sign).map(({ scheme, value }) => ({ scheme: `${open}${scheme}${close}`, value }))
}

/** A named division or a point in words ("Artículo 3.", "PRIMERO."), which is above any list. */
export function isDivision(label: string): boolean {
  return DIVISION.test(label) || ordinalValue(label.replace(/[.:-]+$/, '').toLowerCase()) !== null
}

const DIVISION =
  /^(art[íi]culo|cap[íi]tulo|t[íi]tulo|secci[óo]n|anexo|ap[ée]ndice|cl[áa]usula|apartado|numeral|transitorio)\s/iu

function valuesOf(sign: string): NumberReading[] {
  if (/^\d{1,5}$/.test(sign)) return [{ scheme: '1', value: Number(sign) }]
  // Between n) and o) Spanish lists may have ñ).
  if (/^[ñÑ]$/.test(sign)) return [{ scheme: sign === 'ñ' ? 'a' : 'A', value: 14.5 }]
  const lower = sign.toLowerCase()
  const ordinal = ordinalValue(lower)
  if (ordinal !== null) return [{ scheme: 'primero', value: ordinal }]
  if (sign !== lower && sign !== sign.toUpperCase()) return []
  const upper = sign !== lower
  const letter = { scheme: upper ? 'A' : 'a', value: letterValue(lower) }
  const roman = { scheme: upper ? 'I' : 'i', value: romanValue(lower) }
  return [letter, roman].flatMap(({ scheme, value }) => (value === null ? [] : [{ scheme, value }]))
}
