import { createHmac } from 'node:crypto'

const PERIOD_S = 30
const DIGITS = 6
/** A clock that runs half a minute early or late, or a person who types slowly. */
const DRIFT_STEPS = 1
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

const stepAt = (atMs: number): number => Math.floor(atMs / 1000 / PERIOD_S)

/** The code of one time step (RFC 6238 with SHA-1 and six digits, which every authenticator application knows). */
export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS
  return String(number).padStart(DIGITS, '0')
}

/** The time step whose code it is, around an instant in milliseconds; null for a code of none. */
export function stepOfCode(secret: Buffer, code: string, atMs: number): number | null {
  const now = stepAt(atMs)
  for (let step = now - DRIFT_STEPS; step <= now + DRIFT_STEPS; step += 1) {
    if (totpCode(secret, step) === code) return step
  }
  return null
}

/** As a person types it into an application. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the QR code holds: the key URI that applications read. */
export function totpUri(secret: Buffer, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  const query = new URLSearchParams({
    secret: base32(secret),
    issuer,
    digits: String(DIGITS),
    period: String(PERIOD_S),
  })
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`
}
