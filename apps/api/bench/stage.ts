import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestCluster } from '@portal/database/testing'
import pg from 'pg'
import type { ActName } from './floor/plan.ts'
import { recordFloor } from './floor/record.ts'
import { SECRET } from './scenarios.ts'
import { seedWorld, type Answer, type Size, type World } from './seed/world.ts'
import { served } from './served.ts'

/** A filled database with the product and the floor on it, each in a process of its own. */
export type Stage = {
  world: World
  product: string
  floor: string
  /** The next answer on which an act was not done yet. */
  nextAnswer: (name: ActName) => Answer
  /** How much evidence there is by now. */
  evidence: () => Promise<Evidence>
  /** Makes all answers fresh again; what was recorded of them stays. */
  refresh: () => Promise<void>
  stop: () => Promise<void>
}

export type Evidence = { events: number; receipts: number; folios: number; keys: number; observations: number }

const EVIDENCE = `
  SELECT (SELECT count(*) FROM audit_event)::int AS events, (SELECT count(*) FROM receipt)::int AS receipts,
    (SELECT sum(last) FROM folio_counter)::int AS folios, (SELECT count(*) FROM command_key)::int AS keys,
    (SELECT count(*) FROM observation)::int AS observations`

/** As many as the product takes. */
const CONNECTIONS = 20

const FRESH = `
  UPDATE round_response SET status = 'drafting', sent_at = NULL, sent_by = NULL, folio = NULL, record_version = 1
  WHERE status = 'no_observations'`

export async function setStage(cluster: TestCluster, size: Size): Promise<Stage> {
  await using made = new AsyncDisposableStack()
  const database = await cluster.cloneDatabase()
  const world = await seedWorld(database, size)
  const owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  made.defer(() => owner.end())

  const directory = await mkdtemp(join(tmpdir(), 'portal-bench-'))
  made.defer(() => rm(directory, { recursive: true, force: true }))
  const product = await served(import.meta.resolve('./product-process.ts'), {
    DATABASE_URL: world.ownerUrl,
    DATA_DIR: directory,
    HOST: '127.0.0.1',
    PORT: '0',
    AUTH_SECRET: SECRET,
    LOG_LEVEL: 'info',
  })
  made.defer(product.stop)
  const plan = await recordFloor(world, product.said, CONNECTIONS)
  await owner.query(FRESH)
  const floor = await served(import.meta.resolve('./floor/process.ts'), plan)
  made.defer(floor.stop)

  const answers = { act: world.answers, draft: world.drafting }
  const taken = { act: 0, draft: 0 }
  // An act that was under way when a turn ended may use up an answer after all: the next turn goes on with others.
  let fresh = world.answers.length / 2
  const running = made.move()
  return {
    world,
    product: onLoopback(product.said),
    floor: floor.said,
    nextAnswer: (name) => {
      taken[name] += 1
      if (taken.act > fresh) throw new Error('all answers are given: measure for a shorter time')
      const answer = answers[name][taken[name] % answers[name].length]
      if (!answer) throw new Error('there are no answers')
      return answer
    },
    evidence: async () => {
      const { rows } = await owner.query<Evidence>(EVIDENCE)
      if (!rows[0]) throw new Error('counting gave no row')
      return rows[0]
    },
    refresh: async () => {
      await owner.query(FRESH)
      await owner.query('VACUUM round_response, observation_tally, audit_chain, folio_counter, review_round')
      fresh = taken.act + world.answers.length / 2
    },
    stop: () => running.disposeAsync(),
  }
}

/** Where the product says that it is reached, without a resolver in between. */
const onLoopback = (url: string): string => `http://127.0.0.1:${new URL(url).port}`
