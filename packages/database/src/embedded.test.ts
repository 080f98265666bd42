import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath, kill, platform } from 'node:process'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startEmbedded } from './embedded.ts'
import type { EmbeddedDatabase, EmbeddedOptions } from './embedded.ts'
import type { DatabaseStartError } from './embedded/start-error.ts'

/** One directory for all tests: each leaves it stopped, and creating a cluster takes the longest. */
let home: string
let dataDir: string
const pidFile = () => join(dataDir, 'postgres', 'postmaster.pid')
const serverPid = async () => Number.parseInt(await readFile(pidFile(), 'utf8'), 10)

/** What a failed test leaves running would fail the next ones. */
const cleanUp: (() => unknown)[] = []
async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, ...options })
  cleanUp.push(() => database.stop())
  return database
}

/** The portal in a process of its own, in a process group of its own as in a terminal. It ends when its stdin does. */
async function startElsewhere(): Promise<{ portal: ChildProcess; database: EmbeddedDatabase }> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'embedded.ts')).href)}
    process.on('SIGINT', () => undefined)
    const database = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(JSON.stringify(database))
    process.stdin.on('end', () => database.stop()).resume()`
  const portal = spawn(execPath, ['--input-type=module', '-e', script], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  cleanUp.push(() => portal.kill('SIGKILL'))
  for await (const line of createInterface(portal.stdout)) return { portal, database: JSON.parse(line) }
  throw new Error('the other process ended without a database')
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

async function killHard(portal: ChildProcess): Promise<void> {
  portal.kill('SIGKILL')
  await once(portal, 'exit')
}

const add = (database: EmbeddedDatabase, n: number) => query(database.ownerUrl, `INSERT INTO kept VALUES (${n})`)
const kept = (database: EmbeddedDatabase) => query(database.ownerUrl, 'SELECT n FROM kept ORDER BY n')

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'portal-embedded-'))
  dataDir = join(home, 'data')
  const database = await start()
  await query(database.ownerUrl, 'CREATE TABLE kept (n int)')
  await database.stop()
})
afterEach(async () => {
  for (const end of cleanUp.splice(0)) await end()
})
afterAll(() => rm(home, { recursive: true, force: true }))

describe('the embedded database', () => {
  it('starts, keeps what was written, and stops without a process or a lock left', async () => {
    const first = await start()
    await add(first, 1)
    const pid = await serverPid()
    await Promise.all([first.stop(), first.stop()])
    expect(() => kill(pid, 0)).toThrow('ESRCH')
    const second = await start()
    expect(await kept(second)).toEqual([{ n: 1 }])
    await second.stop()
  })

  it('lets nobody in without the password, which only its owner can read', async () => {
    const database = await start()
    const url = new URL(database.adminUrl)
    url.password = 'guess'
    await expect(query(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
    expect((await stat(join(dataDir, 'postgres.secret'))).mode & 0o777).toBe(0o600)
    await database.stop()
  })

  it('refuses a second instance on the same directory, and survives Ctrl-C until it is stopped', async () => {
    const { portal, database } = await startElsewhere()
    await expect(start()).rejects.toMatchObject({ name: 'DatabaseStartError', code: 'ALREADY_RUNNING' })
    kill(-(portal.pid ?? 0), 'SIGINT')
    await add(database, 2)
    const exit = once(portal, 'exit')
    portal.stdin?.end()
    expect(await exit).toEqual([0, null])
    const after = await start()
    expect(await kept(after)).toContainEqual({ n: 2 })
    await after.stop()
  })

  it('ends by itself when its portal is killed, and the next start recovers', async () => {
    const { portal, database } = await startElsewhere()
    await add(database, 3)
    const pid = await serverPid()
    await killHard(portal)
    const next = await start()
    expect(await serverPid()).not.toBe(pid)
    expect(await kept(next)).toContainEqual({ n: 3 })
    await next.stop()
  })

  it('recovers when portal and server are killed together', async () => {
    const { portal, database } = await startElsewhere()
    await add(database, 4)
    kill(await serverPid(), 'SIGKILL')
    await killHard(portal)
    const next = await start()
    expect(await kept(next)).toContainEqual({ n: 4 })
    await next.stop()
  })

  it.runIf(platform === 'linux')('stops a server that was left alone with no watchdog', async () => {
    const { portal, database } = await startElsewhere()
    await add(database, 5)
    const orphan = await serverPid()
    kill(await watchdogOf(orphan), 'SIGKILL')
    await killHard(portal)
    await add(database, 6)
    const next = await start()
    await expect(query(database.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(await kept(next)).toEqual(expect.arrayContaining([{ n: 5 }, { n: 6 }]))
    await next.stop()
  })

  it('is not stopped by a stale pid file that names another living process', async () => {
    await writeFile(
      pidFile(),
      `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n127.0.0.1\n        1         1\nready   \n`,
    )
    const database = await start()
    expect(await serverPid()).not.toBe(process.pid)
    await database.stop()
  })

  it('tells when the server ends although nobody stopped it', async () => {
    let told: (error: DatabaseStartError) => void = () => undefined
    const crash = new Promise<DatabaseStartError>((resolve) => (told = resolve))
    const database = await start({ onCrash: told })
    kill(await serverPid(), 'SIGKILL')
    expect(await crash).toMatchObject({ code: 'FAILED' })
    await database.stop()
  })

  it('refuses data of another PostgreSQL and leaves them alone', async () => {
    const other = join(home, 'other')
    await mkdir(join(other, 'postgres'), { recursive: true })
    await writeFile(join(other, 'postgres', 'PG_VERSION'), '17\n')
    await expect(startEmbedded({ dataDir: other })).rejects.toMatchObject({ code: 'OTHER_POSTGRES_VERSION' })
    expect(await readdir(join(other, 'postgres'))).toEqual(['PG_VERSION'])
  })

  it('refuses a directory that cannot be made', async () => {
    await writeFile(join(home, 'file'), '')
    await expect(startEmbedded({ dataDir: join(home, 'file', 'data') })).rejects.toMatchObject({ code: 'NOT_WRITABLE' })
  })

  it('refuses a directory of files that are not a database', async () => {
    const foreign = join(home, 'foreign')
    await mkdir(join(foreign, 'postgres'), { recursive: true })
    await writeFile(join(foreign, 'postgres', 'thesis.docx'), 'years of work')
    await expect(startEmbedded({ dataDir: foreign })).rejects.toMatchObject({ code: 'FAILED' })
    expect(await readFile(join(foreign, 'postgres', 'thesis.docx'), 'utf8')).toBe('years of work')
  })

  it('begins again after an initialisation that was killed half way', async () => {
    const half = join(home, 'half')
    await mkdir(join(half, 'postgres.unfinished-x1'), { recursive: true })
    await writeFile(join(half, 'postgres.unfinished-x1', 'PG_VERSION'), '18\n')
    const database = await start({ dataDir: half, durable: false })
    expect(await query(database.url, 'SELECT current_user::text AS role')).toEqual([{ role: 'portal_app' }])
    await database.stop()
    expect((await readdir(half)).filter((name) => name.includes('unfinished'))).toEqual([])
  })
})

async function watchdogOf(pid: number): Promise<number> {
  for (const entry of await readdir('/proc')) {
    const command = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '')
    if (command.endsWith(`\0watchdog\0${pid}\0`)) return Number(entry)
  }
  throw new Error(`nothing watches process ${pid}`)
}
