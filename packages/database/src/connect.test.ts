import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool, createPrisma } from './connect.ts'
import { statementNames } from './connect/statement-names.ts'
import { cloneDatabase } from './testing.ts'
import type { TestDatabase } from './testing.ts'

let database: TestDatabase
let pool: pg.Pool
beforeAll(async () => {
  database = await cloneDatabase()
  pool = createPool({ url: database.url, max: 2 })
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

describe('a connection of the application', () => {
  it('acts as portal_app, whoever signs in', async () => {
    const asOwner = createPool({ url: database.ownerUrl, max: 1 })
    const who = 'SELECT session_user, current_user'
    expect((await pool.query(who)).rows).toEqual([{ session_user: 'portal_app', current_user: 'portal_app' }])
    expect((await asOwner.query(who)).rows).toEqual([{ session_user: 'portal_owner', current_user: 'portal_app' }])
    await asOwner.end()
  })

  it('gives instants, days and counts as JSON can carry them', async () => {
    const { rows } = await pool.query(`SELECT
      '2017-12-21 23:59:59.5-06'::timestamptz AS instant, 'infinity'::timestamptz AS never, '2017-12-21'::date AS day,
      '2017-12-21 10:00'::timestamp AS local, 200000::int8 AS count, 9007199254740993::int8 AS huge,
      NULL::timestamptz AS missing, '{"a": [1]}'::jsonb AS json, 1.10::numeric AS exact,
      ARRAY['2017-12-21'::date] AS days, ARRAY['2017-12-21 00:00Z'::timestamptz, NULL] AS instants, ARRAY[7::int8] AS counts`)
    expect(rows).toEqual([
      {
        instant: '2017-12-22T05:59:59.500Z',
        never: 'infinity',
        day: '2017-12-21',
        local: '2017-12-21T10:00:00.000',
        count: 200_000,
        huge: '9007199254740993',
        missing: null,
        json: { a: [1] },
        exact: '1.10',
        days: ['2017-12-21'],
        instants: ['2017-12-21T00:00:00.000Z', null],
        counts: [7],
      },
    ])
  })

  it('serves Prisma with named statements, the same role and true instants', async () => {
    const prisma = createPrisma(pool)
    expect(await prisma.organisation.findMany({ select: { id: true } })).toEqual([])
    expect(
      await prisma.$queryRaw`SELECT current_user::text AS role, '2017-12-21 18:00-06'::timestamptz AS instant`,
    ).toEqual([{ role: 'portal_app', instant: new Date('2017-12-22T00:00:00Z') }])
    const { rows } = await pool.query("SELECT name FROM pg_prepared_statements WHERE name LIKE 'prisma\\_%'")
    expect(rows.length).toBeGreaterThanOrEqual(2)
    await prisma.$disconnect()
  })

  it('may break while it is used or idle: the next one works', async () => {
    const broken: Error[] = []
    const fragile = createPool({ url: database.url, max: 1, onIdleError: (error) => broken.push(error) })
    const client = await fragile.connect()
    await expect(client.query('SELECT pg_terminate_backend(pg_backend_pid())')).rejects.toMatchObject({ code: '57P01' })
    client.release(true)
    const { rows } = await fragile.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    const ended = new Promise((resolve) => fragile.once('remove', resolve))
    await pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
    await ended
    expect(broken).toHaveLength(1)
    expect((await fragile.query('SELECT current_user::text AS role')).rows).toEqual([{ role: 'portal_app' }])
    await fragile.end()
  })

  it('compares letters as PostgreSQL everywhere does, and sorts as in Mexico on request', async () => {
    const { rows } = await pool.query(
      `SELECT lower('ÁÑÜ') AS lower, array_agg(w ORDER BY w COLLATE "es-MX-x-icu") AS sorted
       FROM unnest(ARRAY['ojo', 'ñu', 'nube', 'árbol', 'zar']) AS w`,
    )
    expect(rows).toEqual([{ lower: 'áñü', sorted: ['árbol', 'nube', 'ñu', 'ojo', 'zar'] }])
  })
})

describe('statement names', () => {
  it('are stable, differ by text, fit in an identifier, and run out', () => {
    const name = statementNames()
    expect(name({ sql: 'SELECT 1' })).toBe(statementNames()({ sql: 'SELECT 1' }))
    const all = Array.from({ length: 600 }, (_, n) => name({ sql: `SELECT ${n}` })).filter((given) => given !== '')
    expect(new Set(all).size).toBe(500)
    expect(Math.max(...all.map((given) => given.length))).toBeLessThan(64)
    expect(name({ sql: 'SELECT 7' })).toBe(all[7])
  })
})
