import { Client } from 'pg'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from './connect.ts'
import { cloneDatabase } from './testing.ts'
import type { TestDatabase } from './testing.ts'

const APPENDED_ONLY = [
  'audit_event',
  'audit_seal',
  'audit_seal_head',
  'audit_stamp',
  'issued_file',
  'promise_justification',
  'receipt',
  'resolution',
  'round_deadline',
  'seal_key',
]
const REFUSED = { code: '42501' }

let database: TestDatabase
let app: Pool
let owner: Client
beforeAll(async () => {
  database = await cloneDatabase()
  app = createPool({ url: database.url, max: 10 })
  owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await app.end()
  await owner.end()
  await database.drop()
})

const RECORD = '01980000-0000-7000-8000-000000000001'
const append = (record: string, receipt?: string) =>
  app.query<{ seq: number; folio: string | null; hash: Buffer }>(
    `SELECT * FROM append_event('round', $1, 'send', '2017-12-21T18:00:00Z', NULL, '{}', $2, $3, $4, $5)`,
    receipt === undefined ? [record, null, null, null, null] : [record, 'chis', 'ACU', receipt, '{}'],
  )

describe('evidence', () => {
  it('can be added but not changed, removed or emptied by the application', async () => {
    await append(RECORD, 'code-0')
    const { rows } = await app.query(
      `SELECT t AS "table", has_table_privilege(t, 'INSERT') AS adds, has_table_privilege(t, 'UPDATE') AS changes,
         has_table_privilege(t, 'DELETE') AS removes, has_table_privilege(t, 'TRUNCATE') AS empties
       FROM unnest($1::text[]) AS t`,
      [APPENDED_ONLY],
    )
    expect(rows).toEqual(
      APPENDED_ONLY.map((table) => ({ table, adds: true, changes: false, removes: false, empties: false })),
    )
    await expect(app.query('UPDATE audit_event SET body = \'{"a":1}\'')).rejects.toMatchObject(REFUSED)
    await expect(app.query('DELETE FROM receipt')).rejects.toMatchObject(REFUSED)
  })

  it('is refused to the owner of the tables too', async () => {
    await append(RECORD, 'code-1')
    for (const statement of ["UPDATE audit_event SET body = ''", 'DELETE FROM audit_event', 'DELETE FROM receipt']) {
      await expect(owner.query(statement)).rejects.toMatchObject(REFUSED)
    }
    for (const table of APPENDED_ONLY) {
      await expect(owner.query(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject(REFUSED)
    }
  })

  it('leaves the guards out of reach of the application', async () => {
    await expect(app.query('ALTER TABLE audit_event DISABLE TRIGGER ALL')).rejects.toMatchObject(REFUSED)
    await expect(app.query('DROP TABLE receipt')).rejects.toMatchObject(REFUSED)
    await expect(app.query('CREATE TABLE mine (n int)')).rejects.toMatchObject(REFUSED)
    await expect(app.query("UPDATE _prisma_migrations SET checksum = ''")).rejects.toMatchObject(REFUSED)
  })

  it('numbers a record and its folios without gaps when many write at once', async () => {
    const record = '01980000-0000-7000-8000-000000000002'
    const acts = await Promise.all(Array.from({ length: 40 }, (_, n) => append(record, `many-${n}`)))
    const seqs = acts.map(({ rows }) => rows[0]?.seq ?? 0).toSorted((a, b) => a - b)
    expect(seqs).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
    const folios = acts.map(({ rows }) => Number(rows[0]?.folio?.split('/').at(-1))).toSorted((a, b) => a - b)
    expect(folios).toEqual(Array.from({ length: 40 }, (_, n) => (folios[0] ?? 0) + n))
  })
})
