import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:')

/**
 * How our cookies are called and sent. Over https browsers take a `__Host-` name only with Secure, for the whole host and
 * from the host itself: no neighbour below the same domain can plant one.
 */
export const cookiesOf = (publicUrl: string) => ({
  prefix: `${isSecure(publicUrl) ? '__Host-' : ''}portal`,
  attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(publicUrl) } as const,
})

/** The name under which better-auth keeps the session. */
export const sessionCookieName = (publicUrl: string): string => `${cookiesOf(publicUrl).prefix}.session_token`

/** A session lasts a week, whatever happens in it. */
export const SESSION_S = 7 * 24 * 60 * 60

/** The Set-Cookie header of one of our cookies; without a value it is forgotten. */
export function cookieHeader(
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  name: string,
  value: string,
  seconds: number,
): string {
  const { secure } = cookiesOf(publicUrl).attributes
  return `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** The Set-Cookie header of a session, as better-auth writes it. */
export function sessionCookie(deps: Pick<Deps, 'publicUrl' | 'secret'>, token: string): string {
  const signature = createHmac('sha256', deps.secret).update(token).digest('base64')
  return cookieHeader(deps, sessionCookieName(deps.publicUrl), encodeURIComponent(`${token}.${signature}`), SESSION_S)
}

/**
 * The session's token from the Cookie header, when better-auth signed it with our secret: `<token>.<HMAC-SHA-256>`.
 * Whether the session still exists is the database's to say.
 */
export function sessionToken(header: string | undefined, name: string, secret: string): string | null {
  const value = cookieValue(header, name)
  return value === null ? null : signedToken(value, secret)
}

/** What the Cookie header says under a name; null when it does not. */
export function cookieValue(header: string | undefined, name: string): string | null {
  if (header === undefined) return null
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=')
    if (equals !== -1 && pair.slice(0, equals).trim() === name) return decoded(pair.slice(equals + 1).trim())
  }
  return null
}

function signedToken(value: string, secret: string): string | null {
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const expected = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
