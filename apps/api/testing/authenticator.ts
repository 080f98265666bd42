import { Secret, TOTP } from 'otpauth'

/** What an authenticator application shows in a time step of half a minute. */
export const totpCode = (secret: Buffer, step: number): string =>
  new TOTP({ secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) }).generate({ timestamp: step * 30_000 })
