import { createPrivateKey, generateKeyPairSync, randomBytes, randomUUID, type KeyObject } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Certificate } from 'pkijs'
import { z } from 'zod'
import { certificatesOf } from './acts/time-stamp.ts'
import { explainDirectory, StartFailure } from './start/start-failure.ts'

const isInstant = (value: string): boolean => {
  try {
    return Boolean(Temporal.Instant.from(value))
  } catch {
    return false
  }
}

const isDatabaseUrl = (value: string): boolean =>
  URL.canParse(value) && ['postgres:', 'postgresql:'].includes(new URL(value).protocol)

function privateKey(text: string, context: z.RefinementCtx): KeyObject {
  try {
    const key = text.includes('-----BEGIN')
      ? createPrivateKey(text)
      : createPrivateKey({ key: Buffer.from(text, 'base64'), type: 'pkcs8', format: 'der' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below: the text itself is a secret and is quoted nowhere.
  }
  context.addIssue('debe ser una llave privada Ed25519 (PKCS #8), en PEM o en base64')
  return z.NEVER
}

const Env = z.object({
  PORT: z.coerce
    .number({ error: 'debe ser un número de puerto, de 0 a 65535' })
    .int({ error: 'debe ser un número de puerto, de 0 a 65535' })
    .min(0, { error: 'debe ser un número de puerto, de 0 a 65535' })
    .max(65535, { error: 'debe ser un número de puerto, de 0 a 65535' })
    .default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((directory) => resolve(directory)),
  DATABASE_URL: z
    .string()
    .refine(isDatabaseUrl, { error: 'debe empezar con postgres:// y llevar servidor y base' })
    .optional(),
  CLOCK_START: z
    .string()
    .refine(isInstant, { error: 'debe ser un instante con zona, por ejemplo 2017-12-14T10:30:00-06:00' })
    .transform((value) => Temporal.Instant.from(value).toString({ fractionalSecondDigits: 3 }))
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'debe ser la dirección completa, por ejemplo https://portal.ejemplo.mx' })
    .transform((value) => new URL(value).origin)
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'debe ser fatal, error, warn, info, debug, trace o silent',
    })
    .optional(),
  AUTH_SECRET: z.string().min(32, { error: 'debe tener al menos 32 caracteres' }).optional(),
  /** Ed25519, PKCS #8: as PEM, or its base64 in one line. */
  SEAL_KEY: z.string().transform(privateKey).optional(),
  /** The key before it, once, when it changes; "perdida" where nobody has it any more. */
  SEAL_KEY_PREVIOUS: z.union([z.literal('perdida'), z.string().transform(privateKey)]).optional(),
  /** An authority of time stamps (RFC 3161), asked to date each seal from outside. */
  /** ClamAV's daemon; without it uploads are not scanned. */
  CLAMD_URL: z
    .string()
    .regex(/^(?:tcp:\/\/[^/\s]+|unix:\/\S+)$/, { error: 'debe ser tcp://servidor:puerto o unix:/ruta/al/socket' })
    .optional(),
  TSA_URL: z.url({ protocol: /^https?$/, error: 'debe ser la dirección completa de la autoridad' }).optional(),
  /** A PEM file with the roots to which the authority's certificate must lead. */
  TSA_CA: z.string().optional(),
  /** Addresses or networks of the proxies before us, with commas: only theirs are believed about who asks. */
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((address) => address.trim()))
    .optional(),
})

export type Env = z.output<typeof Env>

/** What the product reads from its environment; an empty variable counts as absent. @throws StartFailure */
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.entries(variables).filter(([name, value]) => name in Env.shape && value !== '')
  const parsed = Env.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new StartFailure(`La variable ${String(issue?.path[0])} no es válida: ${issue?.message}.`)
}

/** What signs the sessions' cookies: AUTH_SECRET, or one that is made once and kept where only we can read it. */
export async function authSecret({ AUTH_SECRET, DATA_DIR }: Pick<Env, 'AUTH_SECRET' | 'DATA_DIR'>): Promise<string> {
  return AUTH_SECRET ?? (await keptSecret(DATA_DIR, 'secret', () => randomBytes(32).toString('base64url')))
}

/** What signs the seals of the audit log: SEAL_KEY, or one that is made once and kept beside the data. */
export async function sealPrivateKey({ SEAL_KEY, DATA_DIR }: Pick<Env, 'SEAL_KEY' | 'DATA_DIR'>): Promise<KeyObject> {
  if (SEAL_KEY !== undefined) return SEAL_KEY
  const make = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  return createPrivateKey(await keptSecret(DATA_DIR, 'seal-key.pem', make))
}

/** The roots of the stamp authority, TSA_CA; null where none are given. @throws StartFailure */
export async function stampRoots({ TSA_CA }: Pick<Env, 'TSA_CA'>): Promise<Certificate[] | null> {
  if (TSA_CA === undefined) return null
  try {
    return certificatesOf(await readFile(TSA_CA, 'utf8'))
  } catch {
    throw new StartFailure(`La variable TSA_CA no es válida: ${TSA_CA} debe ser un archivo PEM con certificados.`)
  }
}

async function keptSecret(directory: string, name: string, make: () => string): Promise<string> {
  const file = join(directory, name)
  const own = `${file}.${randomUUID()}`
  try {
    await mkdir(directory, { recursive: true })
    // Whoever is first leaves it whole: two instances that start at once end up with the same one.
    await writeFile(own, `${make().trim()}\n`, { mode: 0o600, flag: 'wx' })
    await link(own, file).catch(keepExisting)
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    throw explainDirectory(directory, error)
  } finally {
    await rm(own, { force: true }).catch(() => undefined)
  }
}

function keepExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}
