import { describe, expect, it } from 'vitest'
import { DatabaseStartError, explainLog, explainSystemError } from './start-error.ts'

const systemError = (code: string, syscall = 'open') => Object.assign(new Error(code), { code, syscall })

describe('why the database did not start', () => {
  it.each([
    ['2026-01-01 UTC [7] FATAL:  could not write lock file "postmaster.pid": No space left on device', 'DISK_FULL'],
    [
      'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 9\nHINT:  Check free disk space.',
      'DISK_FULL',
    ],
    ['FATAL:  lock file "postmaster.pid" already exists\nHINT:  Is another postmaster running?', 'ALREADY_RUNNING'],
    ['initdb: error: could not access directory "/data/postgres": Permission denied', 'NOT_WRITABLE'],
    ['FATAL:  data directory "/data/postgres" has wrong ownership', 'NOT_WRITABLE'],
    ['LOG:  starting\nPANIC:  could not locate a valid checkpoint record', 'FAILED'],
    ['', 'FAILED'],
  ])('is read from the log: %s', (log, code) => {
    expect(explainLog('/data', log.split('\n'))).toMatchObject({ code })
  })

  it('quotes the line that matters and keeps the rest', () => {
    const log = [
      'x LOG:  starting',
      '2026 UTC [9] PANIC:  could not locate a valid checkpoint record',
      'x LOG:  aborting',
    ]
    const error = explainLog('/data', log)
    expect(error.message).toBe(
      'PostgreSQL no pudo iniciar en /data: PANIC:  could not locate a valid checkpoint record',
    )
    expect(error.log).toEqual(log)
  })

  it.each([
    ['ENOSPC', 'DISK_FULL'],
    ['EDQUOT', 'DISK_FULL'],
    ['53100', 'DISK_FULL'],
    ['EACCES', 'NOT_WRITABLE'],
    ['EROFS', 'NOT_WRITABLE'],
    ['ENOENT', 'FAILED'],
  ])('is taken from the operating system: %s', (code, expected) => {
    expect(explainSystemError('/data', systemError(code))).toMatchObject({ code: expected })
  })

  it('counts a directory that cannot be made on a read-only disk as not writable', () => {
    expect(explainSystemError('/data', systemError('ENOENT', 'mkdir'))).toMatchObject({ code: 'NOT_WRITABLE' })
  })

  it('passes on what was explained already', () => {
    const error = new DatabaseStartError('ALREADY_RUNNING', 'ya')
    expect(explainSystemError('/data', error)).toBe(error)
  })
})
