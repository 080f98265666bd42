import type { EntryMethod, SecondFactor } from '@portal/domain'

const METHODS = {
  password: 'Contraseña',
  passkey: 'Llave de acceso',
  sso: 'Cuenta de su institución',
} as const satisfies Record<EntryMethod, string>

const FACTORS = {
  totp: 'código de la aplicación',
  recovery_code: 'código de recuperación',
  passkey: 'llave de acceso',
  provider: 'segundo factor de su institución',
} as const satisfies Record<SecondFactor, string>

/** How a session was entered: "Contraseña y código de la aplicación". */
export const entryName = (method: EntryMethod, factor: SecondFactor | null): string =>
  factor === null || method === 'passkey' ? METHODS[method] : `${METHODS[method]} y ${FACTORS[factor]}`
