import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { ask } from './authentication.ts'

/** The library comes when somebody uses a passkey. */
const webauthn = () => import('@simplewebauthn/browser')

/** Whether this browser knows passkeys; over plain http from another machine none does. */
export const knowsPasskeys = (): boolean => typeof PublicKeyCredential === 'function'

export type PasskeyOutcome<Value> = { ok: true; value: Value } | { ok: false; message: string }

const SENTENCES: Readonly<Record<string, string>> = {
  NotAllowedError: 'El navegador no recibió la llave de acceso: se canceló o pasó el tiempo. Vuelva a intentar.',
  AbortError: 'El navegador no recibió la llave de acceso: se canceló o pasó el tiempo. Vuelva a intentar.',
  InvalidStateError: 'Ese dispositivo ya tiene una llave de acceso de esta cuenta. Use otro, o la que ya tiene.',
  SecurityError: 'Las llaves de acceso funcionan solo en la dirección oficial del portal. Ábralo por esa dirección.',
  NotSupportedError: 'Ese dispositivo no puede guardar llaves de acceso. Use otro.',
  ConstraintError: 'Ese dispositivo no puede comprobar quién es usted (huella, rostro o PIN). Use otro.',
}
const UNKNOWN = 'El navegador no pudo usar la llave de acceso. Vuelva a intentar, o entre de otra manera.'

async function asked<Value>(use: () => Promise<Value>): Promise<PasskeyOutcome<Value>> {
  try {
    return { ok: true, value: await use() }
  } catch (error) {
    return { ok: false, message: (error instanceof Error && SENTENCES[error.name]) || UNKNOWN }
  }
}

/** Makes a passkey on this device or on one that the person holds. @param options as the portal offered them */
export const makePasskey = async (options: unknown) => {
  const { startRegistration } = await webauthn()
  return await asked(() => startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON }))
}

/** Enters with whatever passkey of the portal the person chooses. */
export async function enterWithPasskey(): Promise<PasskeyOutcome<null>> {
  const options = await ask<PublicKeyCredentialRequestOptionsJSON>('/auth/llave/opciones', {})
  if (!options.ok) return options
  const { startAuthentication } = await webauthn()
  const used = await asked(() => startAuthentication({ optionsJSON: options.answer }))
  if (!used.ok) return used
  const entered = await ask('/auth/llave', { credential: used.value })
  return entered.ok ? { ok: true, value: null } : entered
}
