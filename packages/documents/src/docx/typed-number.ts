import type { NumberReading } from './number-reading.ts'
import { readingsOf } from './number-reading.ts'

/**
 * Finds the numbers that people type by hand at the start of a paragraph, and leaves alone what only looks like one:
 * quantities (19.2 % del total), years and dates (1º de julio, 2017.), articles in prose, initials (A. M. Favela).
 */
export class TypedNumbers {
  /** The last value of each scheme, typed or automatic: a doubtful number counts where it goes on from the last one. */
  readonly #last = new Map<string, number>()

  /** Tells of a number found otherwise, so that typed ones may follow it. */
  remember(label: string): void {
    for (const { scheme, value } of readingsOf(label)) this.#last.set(scheme, value)
  }

  /** The number with which the text begins, as typed, and where the rest begins; null if there is none. */
  find(text: string, heading: boolean): { number: string; rest: number } | null {
    const found = CANDIDATES.map(({ pattern, accepts }) => {
      const match = pattern.exec(text)
      const number = match?.[1]
      if (!match || number === undefined) return null
      const rest = text.slice(match[0].length)
      if (rest.trim() === '') return null
      const readings = readingsOf(number)
      const follows = readings.some((reading) => this.#follows(reading))
      return accepts({ number, rest, readings, follows, heading }) ? { number, rest: match[0].length } : null
    }).find((candidate) => candidate !== null)
    if (found) this.remember(found.number)
    return found ?? null
  }

  #follows({ scheme, value }: NumberReading): boolean {
    return value === 1 || this.#last.get(scheme) === value - 1
  }
}

type Candidate = {
  number: string
  /** The text behind the number. */
  rest: string
  readings: readonly NumberReading[]
  /** It is the first of its kind or goes on from the last one. */
  follows: boolean
  heading: boolean
}

/** How a clause begins: a capital letter, or a sign that opens. A quantity is followed by its unit in small letters. */
const OPENING = /^[\p{Lu}¿¡«“"'([]/u
const UNIT = /^(mil|millones|por ciento|mdp|km|mm|cm|kg|hz|mb|gb)\b/i

const CANDIDATES: readonly { pattern: RegExp; accepts: (this: void, candidate: Candidate) => boolean }[] = [
  {
    // 1.1   2.5.1.   3.2)
    pattern: /^(\d{1,3}(?:\.\d{1,3})+(?:\.-|[.)])?)\s+/,
    accepts({ number, rest, heading }) {
      if (/(^|\.)0\d/.test(number)) return false
      const components = number.split('.').filter((component) => /^\d/.test(component)).length
      if (/[.)-]$/.test(number) || heading) return true
      return components > 2 ? /^[\p{Lu}\d¿¡«“"'([]/u.test(rest) : OPENING.test(rest) && !UNIT.test(rest)
    },
  },
  {
    // 1.   2)   (3)   4.-
    pattern: /^(\(?\d{1,3}(?:\.-|\.\)|[.)])(?!\d))(?:\s+|(?<=-))/,
    accepts: ({ readings, follows }) => follows || readings.every(({ value }) => value > 0 && value < 100),
  },
  {
    // 1 Introducción, of a heading only
    pattern: /^(\d{1,2})\s+/,
    accepts: ({ rest, heading }) => heading && OPENING.test(rest) && !UNIT.test(rest),
  },
  {
    // a)   (b)   aa)   i)   IV)
    pattern: /^(\(?(?:[a-zñ]|([a-z])\2|[ivxlc]{2,7}|[A-Z]|[IVXLC]{2,7})\))\s+/,
    accepts: ({ readings, follows }) => follows || readings.some(({ value }) => value < 40),
  },
  {
    // a.   i.   IV.-   A.
    pattern: /^((?:[a-zñ]|([a-z])\2|[ivxlc]{2,7}|[A-ZÑ]|[IVXLC]{2,7})(?:\.-|\.))\s+/,
    accepts: ({ rest, follows }) => follows && !/^\p{Lu}\./u.test(rest),
  },
  {
    // Artículo 3.   Capítulo II.   Anexo 1:   CLÁUSULA TERCERA.-   Anexo A – Formatos
    pattern:
      /^((?:art[íi]culo|cap[íi]tulo|t[íi]tulo|secci[óo]n|anexo|ap[ée]ndice|cl[áa]usula|apartado)\s(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[A-Z]|\p{L}{4,10}[oa])(?:\.-|[.:º°]{1,2})?)\s+/iu,
    accepts({ number, rest, readings, heading }) {
      if (readings.length === 0 || !/^\p{Lu}/u.test(number)) return false
      return /[.:-]$/.test(number) || /^[–—-]\s/.test(rest) || (heading && OPENING.test(rest))
    },
  },
  {
    // PRIMERO.   Segunda.-   DÉCIMO SEGUNDO.
    pattern: /^(\p{Lu}\p{L}{3,9}[oa](?:\s\p{L}{4,7}[oa])?(?:\.-|[.:]))\s+/iu,
    accepts: ({ number, readings }) => readings.length > 0 && /^\p{Lu}/u.test(number),
  },
]
