import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPool, migrate } from '@portal/database'
import { cloneDatabase } from '@portal/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, readerOn } from '../acts/transaction.ts'
import { seedDirectory } from '../directory/seed-directory.ts'
import { emptyDatabase, seededWhole, wasLeftHalfSeeded } from './database.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'portal-seed-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

test('a seed that was cut short is known at the next start, once; one that ended is not', async () => {
  expect(await wasLeftHalfSeeded(directory)).toBe(false)
  await expect(seededWhole(directory, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
  expect([await wasLeftHalfSeeded(directory), await wasLeftHalfSeeded(directory)]).toEqual([true, false])
  await seededWhole(directory, () => Promise.resolve())
  expect(await wasLeftHalfSeeded(directory)).toBe(false)
})

test('an emptied database is migrated and filled again, by the application’s own role', async () => {
  const database = await cloneDatabase()
  const pool = createPool({ url: database.url, max: 1 })
  const seed = () =>
    inTransaction(pool, (reader) => seedDirectory(reader, { at: '2017-12-01T15:00:00.000Z', passwordHash: null }))
  await seed()
  await emptyDatabase(database.ownerUrl)
  const { applied } = await migrate(database.ownerUrl)
  expect(applied.length).toBeGreaterThan(0)
  await seed()
  const people = await readerOn(pool).one({ name: 'test_people', text: 'SELECT count(*) > 20 AS many FROM person' }, [])
  expect(people).toEqual({ many: true })
  await expect(pool.query('DELETE FROM audit_event')).rejects.toThrow('permission denied')
  await pool.end()
  await database.drop()
})
