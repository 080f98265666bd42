/** Of the operating system, of a quota, and PostgreSQL's own word for it. */
const CODES: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', '53100'])

/** Whether there is no room left for files or for rows, wherever in the chain of causes it is said. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && CODES.has(error.code)) || isDiskFull(error.cause)
}
