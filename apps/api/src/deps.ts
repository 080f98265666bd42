import type { LiveEvent } from '@portal/contracts'
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { SealKey } from './acts/seal-key.ts'
import type { FileStore } from './adapters/file-store.ts'
import type { TimeStampAuthority } from './adapters/time-stamp-authority.ts'

/** What the product needs from outside, built by `main.ts`, or by a test. */
export type Deps = {
  /** Connections under the application's role. */
  pool: Pool
  clock: Clock
  live: Live
  files: FileStore
  log: Logger
  /** Signs the seals of the audit log. */
  sealKey: SealKey
  /** Dates the seals from outside; null where none is configured. */
  timeStamps: TimeStampAuthority | null
  /** Signs the sessions' cookies; the keys of what is encrypted at rest come from it too. */
  secret: string
  /** Where the portal is reached, for the links on receipts: `http://localhost:4000`. */
  publicUrl: string
  /** Set in the demonstration only: the password of its accounts. */
  demonstrationPassword: string | null
}

export type Clock = {
  /** The product's time as an ISO 8601 instant in UTC with milliseconds. */
  now: () => string
  /** The instant from which it was told to run (CLOCK_START); null when it is the real time. */
  startedWith: string | null
  /** Milliseconds of real time until the product's clock shows `instant`; negative when it is past. */
  until: (instant: string) => number
}

export type Live = {
  /** After the commit: every instance's subscribers of the audience hear of it (null: everybody signed in). */
  tell: (event: LiveEvent, audience: readonly string[] | null) => void
}
