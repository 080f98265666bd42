import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, mkdtemp, open, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getuid } from 'node:process'
import { text } from 'node:stream/consumers'
import { POSTGRES_MAJOR } from './binaries.ts'
import { SERVER_ENVIRONMENT } from './settings.ts'
import { explainLog, failed, notWritable, otherVersion } from './start-error.ts'
import type { Binaries } from './binaries.ts'
import type { SystemUser } from './system-user.ts'
import { commandAs, isRoot } from './system-user.ts'

/** Everything of the embedded database below the data directory of the portal. */
export function clusterPaths(directory: string) {
  const beside = (name: string) => join(directory, name)
  return {
    directory,
    cluster: beside('postgres'),
    secret: beside('postgres.secret'),
    passwordFile: beside('postgres.password'),
    lock: beside('postgres.lock'),
    log: beside('postgres.log'),
  }
}
export type ClusterPaths = ReturnType<typeof clusterPaths>

/** Makes the data directory and refuses one that belongs to somebody else, before anything fails half way. */
export async function prepareDirectory(paths: ClusterPaths): Promise<void> {
  await mkdir(paths.directory, { recursive: true })
  if (isRoot()) return
  for (const path of [paths.directory, paths.cluster]) {
    const owner = await stat(path).then(
      ({ uid }) => uid,
      () => undefined,
    )
    if (owner !== undefined && owner !== getuid?.()) {
      const detail = `${path} es de otro usuario del sistema (uid ${owner}, no ${getuid?.()})`
      throw notWritable(paths.directory, `${detail}; inicie el portal con ese usuario o cambie el dueño de la carpeta`)
    }
  }
}

export async function clusterExists(paths: ClusterPaths): Promise<boolean> {
  const version = await readFile(join(paths.cluster, 'PG_VERSION'), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw cause
  })
  if (version !== undefined) {
    if (version.trim() !== POSTGRES_MAJOR) throw otherVersion(paths.cluster, version.trim(), POSTGRES_MAJOR)
    return true
  }
  const content = await readdir(paths.cluster).catch(() => [])
  if (content.length > 0) {
    throw failed(
      `La carpeta ${paths.cluster} tiene archivos que no son de PostgreSQL: muévalos o indique otra carpeta.`,
    )
  }
  return false
}

/** The secret from which the passwords of all roles derive; one per data directory, readable by its owner only. */
export async function readSecret(paths: ClusterPaths): Promise<string> {
  const secret = await readFile(paths.secret, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'ENOENT'
      ? failed(`Falta ${paths.secret}, con la contraseña de la base de datos.`, cause)
      : cause
  })
  return secret.trim()
}

export async function createSecret(paths: ClusterPaths): Promise<string> {
  const secret = randomBytes(32).toString('hex')
  const file = await open(paths.secret, 'w', 0o600)
  try {
    await file.chmod(0o600)
    await file.writeFile(`${secret}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await giveToOwnerOf(paths.directory, paths.secret)
  return secret
}

/** Root may work in an ordinary user's directory: what it adds must stay usable for that user. */
export async function giveToOwnerOf(directory: string, path: string): Promise<void> {
  if (!isRoot()) return
  const { uid, gid } = await stat(directory)
  await chown(path, uid, gid)
}

export interface Initialisation {
  paths: ClusterPaths
  binaries: Binaries
  user: SystemUser
  password: string
  durable: boolean
}

/**
 * Where initdb works: only a finished cluster gets its name, so that a kill in between leaves nothing half made. Each
 * time another, because after `kill -9` of the portal its initdb may still be at work in the last one.
 */
const UNFINISHED = 'postgres.unfinished-'

async function removeUnfinished(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!name.startsWith(UNFINISHED)) continue
    await rm(join(directory, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Creates the cluster. Its default collation is PostgreSQL's own C.UTF-8, the same on every operating system. */
export async function initialise({ paths, binaries, user, password, durable }: Initialisation): Promise<void> {
  await removeUnfinished(paths.directory)
  const unfinished = await mkdtemp(join(paths.directory, UNFINISHED))
  await writeFile(paths.passwordFile, password, { mode: 0o600 })
  if (user.become) {
    await chown(unfinished, user.become.uid, user.become.gid)
    await chown(paths.passwordFile, user.become.uid, user.become.gid)
  }
  try {
    const log = await runInitdb(binaries, user, [
      `--pgdata=${unfinished}`,
      `--pwfile=${paths.passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ])
    if (log) throw explainLog(paths.directory, log)
  } catch (cause) {
    await removeUnfinished(paths.directory)
    throw cause
  } finally {
    await rm(paths.passwordFile, { force: true })
  }
  await rmdir(paths.cluster).catch(() => undefined)
  await rename(unfinished, paths.cluster)
}

/** @returns what initdb said when it failed */
async function runInitdb(binaries: Binaries, user: SystemUser, args: string[]): Promise<string[] | undefined> {
  const { command, before, become } = commandAs(user, binaries.initdb)
  const child = spawn(command, [...before, ...args], {
    ...become,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [said, code] = await Promise.all([text(child.stderr), ended])
  return code === 0 ? undefined : said.trim().split('\n')
}
