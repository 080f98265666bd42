import { ok, refuse, type Result } from '../result.ts'

/** Length is what protects a password (NIST SP 800-63B, 5.1.1): which kinds of characters it has is nobody's rule here. */
export const LEAST_PASSWORD = 12
export const MOST_PASSWORD = 200

export type PasswordRefusal = {
  code: 'PASSWORD_NOT_ACCEPTED'
  why: 'too_short' | 'too_long' | 'common' | 'repeated' | 'own_name' | 'portal_name'
}

/** What anybody would try first here: the portal, who runs it and what it is for. */
const PORTAL_WORDS = ['portal', 'vmre', 'ine', 'opl', 'contrasena', 'password', 'voto', 'mexico', 'derfe', 'deoe']
const DIGITS_FOR_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
const letters = (text: string): string =>
  plain(text)
    .replace(/[013457@$]/g, (sign) => DIGITS_FOR_LETTERS[sign] ?? sign)
    .replace(/[^a-z]/g, '')

/**
 * Whether somebody may choose a password: long enough, on no list of common ones (also with digits for letters, or with
 * digits and signs around), not a short thing repeated, and not made of their own name, their address or the portal's.
 */
export function acceptPassword(
  password: string,
  person: { name: string; email: string },
  isCommon: (password: string) => boolean,
): Result<string, PasswordRefusal> {
  const not = (why: PasswordRefusal['why']) => refuse({ code: 'PASSWORD_NOT_ACCEPTED', why } as const)
  const length = Array.from(password).length
  if (length < LEAST_PASSWORD) return not('too_short')
  if (length > MOST_PASSWORD) return not('too_long')
  if (/^(.{1,4})\1+.{0,3}$/su.test(password)) return not('repeated')
  const written = plain(password)
  const bare = written.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const core = letters(bare)
  if ([written, bare, core].some((form) => form !== '' && isCommon(form))) return not('common')
  const own = [...plain(person.name).split(/[^a-z]+/), ...plain(person.email).split(/[^a-z]+/)]
  if (leftWithout(core, own) < MIN_OWN_LETTERS) return not('own_name')
  if (leftWithout(core, [...PORTAL_WORDS, ...own]) < MIN_OWN_LETTERS) return not('portal_name')
  return ok(password)
}

/** A password needs this many letters besides words that anybody knows of its owner; without any letter it needs none. */
const MIN_OWN_LETTERS = 4

function leftWithout(core: string, words: readonly string[]): number {
  if (core === '') return Infinity
  const known = words.filter((word) => word.length >= 3).toSorted((left, right) => right.length - left.length)
  const rest = known.reduce((text, word) => text.replaceAll(word, ''), core)
  return rest === core ? Infinity : rest.length
}
