import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname, parse } from 'node:path'
import { getuid } from 'node:process'
import { promisify } from 'node:util'
import { failed } from './start-error.ts'

const run = promisify(execFile)

/** As whom the programs of PostgreSQL run: it refuses to run as root. */
export interface SystemUser {
  /** Set only when we are root and must become somebody else. */
  become?: { uid: number; gid: number }
  /** Command that precedes the program, when becoming somebody else takes more than a uid. */
  prefix: readonly string[]
}

/** The command line that runs a program as this user, and the uid to give to `spawn`. */
export function commandAs(user: SystemUser, program: string) {
  const [command, ...before] = [...user.prefix, program]
  return { command: command ?? program, before, become: user.prefix.length === 0 ? user.become : undefined }
}

export const isRoot = (): boolean => getuid?.() === 0

/**
 * An ordinary user runs PostgreSQL as itself. Root runs it as the owner of existing data (so that what an ordinary
 * user created keeps working), else as the system user `postgres`, which is created where it is missing.
 * @param dataDirectory where the cluster is or will be
 * @param mustReach files and directories that this user has to get to
 */
export async function systemUser(dataDirectory: string, mustReach: readonly string[]): Promise<SystemUser> {
  if (!isRoot()) return { prefix: [] }
  const owner = await stat(dataDirectory).catch(() => undefined)
  const become = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : await postgresAccount()
  const reachable = await Promise.all(mustReach.map((path) => canReach(path, become)))
  if (reachable.every(Boolean)) return { become, prefix: [] }
  return { become, prefix: await throughClosedDirectories(become) }
}

async function postgresAccount(): Promise<{ uid: number; gid: number }> {
  const existing = await accountIds().catch(() => undefined)
  if (existing) return existing
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
    return await accountIds()
  } catch (cause) {
    throw failed(
      'PostgreSQL no se ejecuta como root y no se pudo crear el usuario del sistema «postgres»: créelo o inicie el portal con un usuario ordinario.',
      cause,
    )
  }
}

async function accountIds(): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/** Whether every directory above a path, and the path itself, lets this user through. */
async function canReach(path: string, user: { uid: number; gid: number }): Promise<boolean> {
  const { mode, uid, gid } = await stat(path)
  const mask = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  if ((mode & mask) === 0) return false
  return path === parse(path).root || canReach(dirname(path), user)
}

/**
 * A clone below /root (mode 0700) can be entered by no other user. The program then runs as that user with one
 * capability of root, to pass closed directories, instead of opening the directories of somebody's home.
 */
async function throughClosedDirectories(user: { uid: number; gid: number }): Promise<readonly string[]> {
  const prefix = [
    'setpriv',
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ]
  try {
    await run('setpriv', [...prefix.slice(1), 'true'])
  } catch (cause) {
    throw failed(
      'PostgreSQL no se ejecuta como root y el usuario «postgres» no puede entrar en la carpeta del portal: muévala fuera de la carpeta personal de root o inicie el portal con un usuario ordinario.',
      cause,
    )
  }
  return prefix
}
