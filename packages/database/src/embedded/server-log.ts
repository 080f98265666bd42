import { open, rename, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { giveToOwnerOf } from './cluster-directory.ts'
import type { ClusterPaths } from './cluster-directory.ts'

const LARGEST_LOG = 10 * 1024 * 1024
const LAST_BYTES = 16 * 1024

/** The server writes to a file and not to a pipe of ours, so that it can still write when we were killed. */
export interface ServerLog {
  descriptor: number
  /** What was written since it was opened, at most the last few kilobytes. */
  lines(): Promise<string[]>
  close(): Promise<void>
}

export async function openServerLog(paths: ClusterPaths): Promise<ServerLog> {
  const before = await stat(paths.log).catch(() => undefined)
  if (before && before.size > LARGEST_LOG) await rename(paths.log, `${paths.log}.1`)
  const file = await open(paths.log, 'a+', 0o600)
  await giveToOwnerOf(paths.directory, paths.log)
  const { size } = await file.stat()
  return { descriptor: file.fd, lines: () => readFrom(file, size), close: () => file.close() }
}

async function readFrom(file: FileHandle, start: number): Promise<string[]> {
  const { size } = await file.stat()
  const from = Math.max(start, size - LAST_BYTES)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from)
  return buffer.subarray(0, bytesRead).toString('utf8').split('\n').filter(Boolean)
}
