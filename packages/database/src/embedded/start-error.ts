export type DatabaseStartCode = 'OTHER_POSTGRES_VERSION' | 'ALREADY_RUNNING' | 'DISK_FULL' | 'NOT_WRITABLE' | 'FAILED'

/** Why the embedded database is not running. The message is one sentence in Spanish for whoever typed `npm start`. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError'
  readonly code: DatabaseStartCode
  /** Last lines that PostgreSQL wrote, oldest first; empty when it never ran. */
  readonly log: readonly string[]

  constructor(code: DatabaseStartCode, message: string, cause?: unknown, log: readonly string[] = []) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.log = log
  }
}

export const alreadyRunning = (directory: string, cause?: unknown) =>
  new DatabaseStartError(
    'ALREADY_RUNNING',
    `Otra instancia del portal ya usa la carpeta de datos ${directory}. Deténgala o indique otra carpeta.`,
    cause,
  )

export const diskFull = (directory: string, cause?: unknown, log: readonly string[] = []) =>
  new DatabaseStartError(
    'DISK_FULL',
    `No queda espacio en el disco de ${directory}. Libere espacio y vuelva a iniciar; lo guardado se conserva.`,
    cause,
    log,
  )

export const notWritable = (directory: string, detail: string, cause?: unknown) =>
  new DatabaseStartError('NOT_WRITABLE', `No se puede escribir en la carpeta de datos ${directory}: ${detail}.`, cause)

export const otherVersion = (directory: string, found: string, expected: string) =>
  new DatabaseStartError(
    'OTHER_POSTGRES_VERSION',
    `La carpeta ${directory} guarda datos de PostgreSQL ${found} y este portal usa PostgreSQL ${expected}. ` +
      'Indique otra carpeta y restaure en ella un respaldo.',
  )

export const failed = (what: string, cause?: unknown, log: readonly string[] = []) =>
  new DatabaseStartError('FAILED', what, cause, log)

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

const PERMISSION_CODES = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'])
/** `53100` is PostgreSQL's own word for it. */
const FULL_CODES = new Set(['ENOSPC', 'EDQUOT', '53100'])

/** Turns what the operating system refused into a typed error; what is already typed passes through. */
export function explainSystemError(directory: string, cause: unknown): DatabaseStartError {
  if (cause instanceof DatabaseStartError) return cause
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  if (FULL_CODES.has(code)) return diskFull(directory, cause)
  // A recursive mkdir on a read-only file system reports ENOENT.
  const noDirectory = code === 'ENOENT' && cause instanceof Error && 'syscall' in cause && cause.syscall === 'mkdir'
  if (noDirectory || PERMISSION_CODES.has(code)) return notWritable(directory, `el sistema respondió ${code}`, cause)
  return failed(`La base de datos no pudo iniciar en ${directory}: ${reasonOf(cause)}`, cause)
}

/** initdb on a full disk only says that it could not extend a file. */
const DISK_FULL_TEXT = /No space left on device|Disk quota exceeded|Check free disk space/
const IMPORTANT_LINE = /\b(?:FATAL|PANIC|ERROR|initdb: error):/

/** Reads the reason from what initdb or postgres wrote before giving up. */
export function explainLog(directory: string, log: readonly string[]): DatabaseStartError {
  const text = log.join('\n')
  if (DISK_FULL_TEXT.test(text)) return diskFull(directory, undefined, log)
  if (/lock file "postmaster\.pid" already exists/.test(text)) return alreadyRunning(directory)
  if (/Permission denied|Read-only file system|has wrong ownership/.test(text)) {
    return notWritable(directory, lastImportant(log))
  }
  return failed(`PostgreSQL no pudo iniciar en ${directory}: ${lastImportant(log)}`, undefined, log)
}

function lastImportant(log: readonly string[]): string {
  const line = log.findLast((candidate) => IMPORTANT_LINE.test(candidate)) ?? log.at(-1) ?? 'terminó sin decir por qué'
  return line.replace(/^.*?(?=FATAL:|PANIC:|ERROR:|error:)/, '').trim()
}
