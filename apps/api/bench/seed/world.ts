import { createPool } from '@portal/database'
import type { TestDatabase } from '@portal/database/testing'
import type { Person } from '@portal/domain'
import pg from 'pg'
import { inTransaction, readerOn } from '../../src/acts/transaction.ts'
import { waiveSecondFactor } from '../../src/account/exports.ts'
import { seedDirectory } from '../../src/directory/seed-directory.ts'
import { peopleOf } from '../../testing/people.ts'
import { ANSWERS, DOCUMENT, EVENTS, OBSERVATIONS, OPL, ROUNDS, THREADS } from './sql.ts'

/** The answer of an OPL in an open round, on which an act can be done once. */
export type Answer = { responseId: string; organisationId: string; email: string }

/** A filled database and what is asked of it. */
export type World = {
  url: string
  ownerUrl: string
  people: ReadonlyMap<string, Person>
  /** The tokens of everybody's session, by e-mail address. */
  tokens: ReadonlyMap<string, string>
  /** One round with a tenth of all observations, half of them without an outcome. */
  large: string
  /** Rounds of a thousand observations, published. */
  published: readonly string[]
  /** Observations of the large round, evenly from its first to its last. */
  places: readonly { id: string; number: number }[]
  answers: readonly Answer[]
  /** Answers of other rounds, in which drafts are begun. */
  drafting: readonly Answer[]
  clauseId: string
}

const PER_ROUND = 1_000
const PLACES = 16
const EVENTS_OF_A_THREAD = 30

export type Size = { observations: number; openRounds: number }

/** Fills a clone of the migrated database. All of it is SQL over sets: 200,000 observations take some seconds. */
export async function seedWorld(database: TestDatabase, { observations, openRounds }: Size): Promise<World> {
  await fillDirectory(database.url)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  try {
    const ids = async (sql: string, values: unknown[]) =>
      (await owner.query<{ id: string }>(sql, values)).rows.map(({ id }) => id)
    await owner.query(OPL)
    await owner.query(DOCUMENT)
    const size = Math.max(PER_ROUND / 2, observations / 10)
    const perRound = Math.min(PER_ROUND, size)
    const [large = ''] = await ids(ROUNDS, [1, 'resolving', size])
    await owner.query(OBSERVATIONS, [[large], size, false])
    const published = await ids(ROUNDS, [Math.round((observations - size) / perRound), 'published', perRound])
    await owner.query(OBSERVATIONS, [published, perRound, true])
    const answering = await ids(ROUNDS, [openRounds, 'open', 0])
    const drafting = await ids(ROUNDS, [openRounds / 8, 'open', 0])
    await owner.query(EVENTS)
    const { rows: places } = await owner.query<{ id: string; number: number }>(
      `SELECT id, number FROM observation WHERE round_id = $1 AND number = ANY ($2::int[]) ORDER BY number`,
      [large, Array.from({ length: PLACES }, (_, place) => 1 + Math.floor((place * (size - 60)) / PLACES))],
    )
    await owner.query(THREADS, [places.map(({ id }) => id), EVENTS_OF_A_THREAD - 1])
    await owner.query('VACUUM (ANALYZE)')
    const answersOf = async (rounds: string[]) => (await owner.query<Answer>(ANSWERS, [rounds])).rows
    const { rows: sessions } = await owner.query<{ email: string; token: string }>(
      'SELECT p.email, s.token FROM session AS s JOIN person AS p ON p.id = s.person_id',
    )
    const { rows: clauses } = await owner.query<{ id: string }>('SELECT id FROM clause ORDER BY position LIMIT 1')
    return {
      url: database.url,
      ownerUrl: database.ownerUrl,
      people: await peopleIn(database.url),
      tokens: new Map(sessions.map(({ email, token }) => [email, token])),
      large,
      published: published.slice(0, PLACES),
      places,
      answers: await answersOf(answering),
      drafting: await answersOf(drafting),
      clauseId: clauses[0]?.id ?? '',
    }
  } finally {
    await owner.end()
  }
}

async function fillDirectory(url: string): Promise<void> {
  const pool = createPool({ url, max: 1 })
  try {
    const at = new Date().toISOString()
    await inTransaction(pool, async (reader) => {
      await waiveSecondFactor(reader, 'bench')
      await seedDirectory(reader, { at, passwordHash: null })
    })
  } finally {
    await pool.end()
  }
}

async function peopleIn(url: string): Promise<ReadonlyMap<string, Person>> {
  const pool = createPool({ url, max: 1 })
  try {
    return await peopleOf(readerOn(pool))
  } finally {
    await pool.end()
  }
}
