import { DatabaseSync } from 'node:sqlite'
import { alreadyRunning, diskFull, notWritable } from './start-error.ts'

export interface DirectoryLock {
  release(): void
}

const SQLITE_BUSY = 5
const SQLITE_FULL = 13

/**
 * Holds a data directory for one process. A file with a process id can't do this: after `kill -9` it lies, process ids
 * are used again (in containers almost at once), and two starters that both find it stale both take it. Node has no
 * flock, but its SQLite takes a lock that the kernel drops with the process, however that ends. Nothing is ever stored
 * in this file: it stays empty.
 */
export function lockDirectory(directory: string, file: string): DirectoryLock {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(file)
    lock.exec('PRAGMA journal_mode = OFF; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock?.close()
    const code = cause instanceof Error && 'errcode' in cause ? cause.errcode : undefined
    if (code === SQLITE_BUSY) throw alreadyRunning(directory, cause)
    if (code === SQLITE_FULL) throw diskFull(directory, cause)
    throw notWritable(directory, 'no se pudo crear el archivo de bloqueo', cause)
  }
  const held = lock
  return { release: () => held.close() }
}
