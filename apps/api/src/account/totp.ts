import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator application knows it. */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** A clock that runs half a minute early or late, or a person who types slowly. */
const DRIFT_STEPS = 1

const totpOf = (secret: Buffer, named: { issuer?: string; label?: string } = {}): TOTP =>
  new TOTP({ ...KIND, ...named, secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) })

/** The time step whose code it is, around an instant in milliseconds; null for a code of none. */
export function stepOfCode(secret: Buffer, code: string, atMs: number): number | null {
  const totp = totpOf(secret)
  const away = totp.validate({ token: code, timestamp: atMs, window: DRIFT_STEPS })
  return away === null ? null : totp.counter({ timestamp: atMs }) + away
}

/** As a person types it into an application. */
export const base32 = (secret: Buffer): string => totpOf(secret).secret.base32

/** What the QR code holds: the key URI that applications read. */
export const totpUri = (secret: Buffer, issuer: string, label: string): string =>
  totpOf(secret, { issuer, label }).toString()
