import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import type { Pool } from 'pg'
import { pino } from 'pino'
import { sealKeyFrom } from '../../src/acts/seal-key.ts'
import { diskFileStore } from '../../src/adapters/disk-file-store.ts'
import type { Deps } from '../../src/deps.ts'
import { matrixOfRound } from '../../src/exports/matrix-of-round.ts'
import { appRouter } from '../../src/router.ts'
import { calledBy, createCallerFactory } from '../../src/trpc.ts'
import { COORDINATOR } from '../../testing/people.ts'
import { COMMANDS, commandOf, inputsOf } from '../scenarios.ts'
import type { Answer, World } from '../seed/world.ts'
import type { ActName, FloorPlan, RecordedAct } from './plan.ts'
import { startRecorder } from './recorded.ts'

const createCaller = createCallerFactory(appRouter)

/** Has the product answer once everything that will be asked, and notes what it sends to the database for it. */
export async function recordFloor(world: World, publicUrl: string, connections: number): Promise<FloorPlan> {
  const { record, end } = await startRecorder(world.url)
  const { list, thread, board, export: exported } = inputsOf(world)
  const coordinator = personOf(world, COORDINATOR)
  const apiOf = (pool: Pool, actor = coordinator) => createCaller(calledBy(depsOn(pool, publicUrl), actor))
  const each = async <Input>(inputs: readonly Input[], run: (pool: Pool, input: Input) => Promise<unknown>) => {
    const recorded = []
    for (const input of inputs) recorded.push(await record((pool) => run(pool, input)))
    return recorded
  }
  const act = async (name: ActName, answer: Answer | undefined): Promise<RecordedAct> => {
    if (!answer) throw new Error('no answer is left to record an act on')
    const command = commandOf(world, answer, randomUUID())
    let code: string | null = null
    const sent = await record(async (pool) => {
      const api = apiOf(pool, personOf(world, answer.email))
      const { key } = command
      const done =
        name === 'act'
          ? await api.responses.declareNone({ key, ...COMMANDS.act(answer) })
          : await api.observations.save({ key, ...COMMANDS.draft(answer, world) })
      code = done.code
    })
    return { sent, command, code }
  }
  const reads = {
    list: await each(list, (pool, input) => apiOf(pool).observations.list(input)),
    thread: await each(thread, (pool, input) => apiOf(pool).evidence.trail(input)),
    board: await each(board, (pool, input) => apiOf(pool).rounds.board(input)),
    export: await each(exported, (pool, id) => matrixOfRound(depsOn(pool, publicUrl), coordinator, id, 'xlsx')),
  }
  const acts = { act: await act('act', world.answers.at(-1)), draft: await act('draft', world.drafting.at(-1)) }
  await end()
  // As the owner of the tables, past row-level security.
  return { url: world.ownerUrl, connections, publicUrl, reads, acts }
}

function personOf(world: World, email: string) {
  const person = world.people.get(email)
  if (!person) throw new Error(`nobody has the address ${email}`)
  return person
}

const depsOn = (pool: Pool, publicUrl: string): Deps => ({
  pool,
  clock: {
    now: () => new Date().toISOString(),
    startedWith: null,
    until: (instant) => Date.parse(instant) - Date.now(),
  },
  live: { tell: () => undefined },
  files: diskFileStore(tmpdir()),
  sealKey: sealKeyFrom(generateKeyPairSync('ed25519').privateKey),
  log: pino({ level: 'silent' }),
  timeStamps: null,
  secret: 'of the bench alone',
  publicUrl,
  demonstrationPassword: null,
})
