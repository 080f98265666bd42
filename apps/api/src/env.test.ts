import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealKeyFrom } from './acts/seal-key.ts'
import { authSecret, readEnv, sealPrivateKey } from './env.ts'
import { explainListen, StartFailure } from './start/start-failure.ts'

const PEM = { type: 'pkcs8', format: 'pem' } as const

describe('the environment', () => {
  test('everything has a default, and an empty variable is none', () => {
    expect(readEnv({ PORT: '', HOST: '', CLOCK_START: '' })).toMatchObject({ PORT: 4000, HOST: '127.0.0.1' })
  })

  test('instants are in UTC and addresses without what follows them', () => {
    const env = readEnv({
      CLOCK_START: '2017-12-14T10:30:00-06:00',
      PUBLIC_URL: 'https://portal.example/x?y',
      PORT: '0',
    })
    expect(env).toMatchObject({
      CLOCK_START: '2017-12-14T16:30:00.000Z',
      PUBLIC_URL: 'https://portal.example',
      PORT: 0,
    })
  })

  test.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['CLOCK_START', '2017-12-14'],
    ['CLOCK_START', '2017-12-14T10:30:00'],
    ['DATABASE_URL', 'mysql://localhost/portal'],
    ['PUBLIC_URL', 'portal.example'],
    ['PUBLIC_URL', 'ftp://portal.example'],
    ['LOG_LEVEL', 'verbose'],
    ['AUTH_SECRET', 'short'],
    ['SEAL_KEY', 'bm8gaXMgdW5hIGxsYXZl'],
    ['SEAL_KEY', generateKeyPairSync('x25519').privateKey.export(PEM)],
    ['SEAL_KEY_PREVIOUS', 'olvidada'],
    ['TSA_URL', 'ftp://estampas.example'],
  ])('%s=%s is refused in one sentence that names it', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(StartFailure)
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^La variable ${name} no es válida: [^\\n]+\\.$`))
  })
})

describe('the secret of sessions', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'portal-env-'))
  })
  afterAll(() => rm(directory, { recursive: true, force: true }))

  test('it is the one that is given', async () => {
    const given = 'x'.repeat(32)
    expect(await authSecret({ AUTH_SECRET: given, DATA_DIR: join(directory, 'none') })).toBe(given)
  })

  test('else it is made once, also by many at once, and only its owner reads it', async () => {
    const DATA_DIR = join(directory, 'data')
    const secrets = await Promise.all(Array.from({ length: 5 }, () => authSecret({ AUTH_SECRET: undefined, DATA_DIR })))
    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]?.length).toBeGreaterThan(40)
    expect((await readFile(join(DATA_DIR, 'secret'), 'utf8')).trim()).toBe(secrets[0])
    expect((await stat(join(DATA_DIR, 'secret'))).mode & 0o777).toBe(0o600)
  })

  test('where there can be no directory, one sentence says so', async () => {
    const file = join(directory, 'a-file')
    await writeFile(file, '')
    const failure = authSecret({ AUTH_SECRET: undefined, DATA_DIR: join(file, 'data') })
    await expect(failure).rejects.toThrow(
      /^No se puede escribir en la carpeta de datos .*: el sistema respondió ENOTDIR\.$/,
    )
  })
})

test('a busy port is said with the way out', () => {
  const busy = Object.assign(new Error('listen'), { code: 'EADDRINUSE' })
  expect(explainListen('127.0.0.1', 4000, busy)).toMatchObject({
    message: 'El puerto 4000 ya está en uso. Detenga lo que lo ocupa o elija otro, por ejemplo PORT=4001 npm start.',
  })
})

describe('the key of seals', () => {
  test('it is the one that is given, as PEM or in one line', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const line = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
    for (const SEAL_KEY of [privateKey.export(PEM), line]) {
      expect(sealKeyFrom(await sealPrivateKey(readEnv({ SEAL_KEY }))).id).toBe(sealKeyFrom(privateKey).id)
    }
    expect(readEnv({ SEAL_KEY_PREVIOUS: 'perdida' }).SEAL_KEY_PREVIOUS).toBe('perdida')
  })

  test('else it is made once and kept', async () => {
    const DATA_DIR = await mkdtemp(join(tmpdir(), 'portal-env-'))
    const ids = await Promise.all(
      [1, 2, 3].map(async () => sealKeyFrom(await sealPrivateKey({ SEAL_KEY: undefined, DATA_DIR })).id),
    )
    expect(new Set(ids).size).toBe(1)
    expect((await stat(join(DATA_DIR, 'seal-key.pem'))).mode & 0o777).toBe(0o600)
    await rm(DATA_DIR, { recursive: true })
  })
})
