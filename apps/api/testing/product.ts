import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LiveEvent } from '@portal/contracts'
import type { Person } from '@portal/domain'
import { createPool, queryAs } from '@portal/database'
import { cloneDatabase } from '@portal/database/testing'
import type { QueryResultRow } from 'pg'
import { pino } from 'pino'
import { waiveSecondFactor } from '../src/account/exports.ts'
import { enterSealKey } from '../src/acts/enter-seal-key.ts'
import { sealKeyFrom } from '../src/acts/seal-key.ts'
import { SYSTEM_SIGHT } from '../src/acts/sight.ts'
import { inTransaction, readerOn } from '../src/acts/transaction.ts'
import { diskFileStore } from '../src/adapters/disk-file-store.ts'
import type { Deps } from '../src/deps.ts'
import { seedDirectory } from '../src/directory/seed-directory.ts'
import { appRouter } from '../src/router.ts'
import { calledBy, createCallerFactory } from '../src/trpc.ts'
import { testClock } from './clock.ts'
import { peopleOf } from './people.ts'

/** Thursday 14 December 2017, 10:30 in central Mexico. */
const START = '2017-12-14T16:30:00.000Z'

const createCaller = createCallerFactory(appRouter)

export type TestProduct = Awaited<ReturnType<typeof createTestProduct>>

/**
 * The whole product on a database of its own, with the demonstration's directory in it (organisations, calendars,
 * people and appointments, nothing else; unless told otherwise, its second factor waived), a file store in a temporary directory and a clock that stands still.
 * One per test file: `afterAll(() => product.end())`.
 */
export async function createTestProduct(
  options: { passwordHash?: string; start?: string; secondFactor?: 'compulsory' | 'waived' } = {},
) {
  const database = await cloneDatabase()
  const directory = await mkdtemp(join(tmpdir(), 'portal-files-'))
  const pool = createPool({ url: database.url, max: 8 })
  const clock = testClock(options.start ?? START)
  const told: { event: LiveEvent; audience: readonly string[] | null }[] = []
  const deps: Deps = {
    pool,
    clock,
    live: { tell: (event, audience) => void told.push({ event, audience }) },
    files: diskFileStore(directory),
    log: pino({ level: 'silent' }),
    sealKey: sealKeyFrom(generateKeyPairSync('ed25519').privateKey),
    timeStamps: null,
    secret: 'a secret that only these tests know, long enough',
    publicUrl: 'http://localhost:4000',
    demonstrationPassword: null,
  }
  await enterSealKey(deps, null)
  const at = clock.now()
  const people = await inTransaction(pool, async (reader) => {
    if (options.secondFactor !== 'compulsory') await waiveSecondFactor(reader, 'a test of something else')
    await seedDirectory(reader, { at, passwordHash: options.passwordHash ?? null })
    return peopleOf(reader)
  })

  /** Somebody of the directory, by e-mail address (`testing/people.ts`). */
  const person = (email: string): Person => {
    const known = people.get(email)
    if (!known) throw new Error(`nobody in the directory has the address ${email}`)
    return known
  }
  /** Calls the API's procedures as somebody; null: without a session. */
  const as = (who: string | Person | null) => {
    const actor = typeof who === 'string' ? person(who) : who
    return createCaller(calledBy(deps, actor))
  }

  return {
    deps,
    /** Signs in as the owner of the tables, for what a test arranges and the application may not do. */
    ownerUrl: database.ownerUrl,
    url: database.url,
    clock,
    /** What subscribers were told, oldest first. */
    told,
    /** Reads and writes outside the road of acts. */
    reader: readerOn(pool, SYSTEM_SIGHT),
    /** Any SQL, past row-level security: what a test arranges, and looks up. */
    query: <Row extends QueryResultRow>(text: string, values: unknown[] = []) =>
      queryAs<Row>(pool, SYSTEM_SIGHT, { text, values }),
    person,
    as,
    end: async () => {
      await pool.end()
      await database.drop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
