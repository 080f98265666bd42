import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, getuid } from 'node:process'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { startEmbedded } from './embedded.ts'
import type { EmbeddedDatabase } from './embedded.ts'
import { migrate, readMigrations } from './migrate.ts'

export interface TestDatabase {
  /** Signs in as `portal_app`, as the application does. */
  url: string
  /** Signs in as `portal_owner`, for what a test arranges and the application may not do. */
  ownerUrl: string
  drop(): Promise<void>
}

export interface TestCluster {
  /** A fresh copy of the migrated database, in less than a tenth of a second. */
  cloneDatabase(): Promise<TestDatabase>
  stop(): Promise<void>
}

type ClusterUrls = Pick<EmbeddedDatabase, 'url' | 'ownerUrl' | 'adminUrl'>

const CACHE = join(import.meta.dirname, '..', '..', '..', '.cache', 'postgres')
const PREFIX = 'portal-test-'
/** How the workers of a test run, which inherit the environment, find the cluster that its setup started. */
const ADDRESS = 'PORTAL_TEST_CLUSTER'
/** The migrated database that is copied; nobody ever connects to it. */
const TEMPLATE = 'portal'
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * One throw-away PostgreSQL for a test run. The migrated cluster is kept in the repository's cache under a name that
 * changes with any migration; each run works on a copy of its own, so that runs at the same time don't meet.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const migrated = await cachedCluster()
  await removeOlderThanADay(tmpdir())
  const directory = await mkdtemp(join(tmpdir(), PREFIX))
  // mkdtemp closes the directory to others, and as root PostgreSQL runs as another user.
  await chmod(directory, 0o711)
  await copyDirectory(migrated, join(directory, 'data'))
  const cluster = await startEmbedded({ dataDir: join(directory, 'data'), durable: false })
  const { url, ownerUrl, adminUrl } = cluster
  env[ADDRESS] = JSON.stringify({ url, ownerUrl, adminUrl } satisfies ClusterUrls)
  return {
    cloneDatabase: () => clone({ url, ownerUrl, adminUrl }),
    stop: async () => {
      await cluster.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** A database of its own for a test file, on the cluster that the setup of this test run started. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const address = env[ADDRESS]
  if (address === undefined) {
    throw new Error("no test cluster: add '@portal/database/testing/setup' to globalSetup of the vitest configuration")
  }
  return await clone(JSON.parse(address))
}

async function clone({ url, ownerUrl, adminUrl }: ClusterUrls): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  // Without fsync copying the files takes a tenth of what writing them through the log does.
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER portal_owner STRATEGY file_copy`)
  return {
    url: withDatabase(url, name),
    ownerUrl: withDatabase(ownerUrl, name),
    drop: () => asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function cachedCluster(): Promise<string> {
  // What root made, an ordinary user can't read.
  const finished = join(CACHE, `${PREFIX}${getuid?.() ?? 0}-${await fingerprint()}`)
  if (await exists(finished)) return finished

  await mkdir(CACHE, { recursive: true })
  await removeOlderThanADay(CACHE)
  const building = `${finished}-${randomBytes(4).toString('hex')}`
  const cluster = await startEmbedded({ dataDir: building, durable: false })
  try {
    await migrate(cluster.ownerUrl)
  } finally {
    await cluster.stop()
  }
  // Another run may have been faster: its cluster is as good as ours.
  await rename(building, finished).catch(async (cause: unknown) => {
    await rm(building, { recursive: true, force: true })
    if (!(await exists(finished))) throw cause
  })
  return finished
}

/** Changes with the migrations and with the code that creates a cluster. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const { name, checksum } of await readMigrations()) hash.update(`${name} ${checksum}\n`)
  const code = join(import.meta.dirname, 'embedded')
  for (const name of (await readdir(code)).toSorted()) hash.update(await readFile(join(code, name)))
  return hash.digest('hex').slice(0, 16)
}

/** As root the files belong to the user as whom PostgreSQL runs, which only `cp -a` keeps. */
async function copyDirectory(from: string, to: string): Promise<void> {
  if (getuid?.() === 0) await promisify(execFile)('cp', ['-a', from, to])
  else await cp(from, to, { recursive: true })
}

async function removeOlderThanADay(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.startsWith(PREFIX))
  for (const path of names.map((name) => join(directory, name))) {
    const changed = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    )
    if (Date.now() - changed > DAY_MS) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
