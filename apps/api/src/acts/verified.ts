import type { TimeStamp } from './time-stamp.ts'

/** The first thing that does not hold. `recordId` and `seq` are null where it is of no single event. */
export type Broken = { recordId: string | null; seq: number | null; reason: string }

/** A key that signs seals. Not vouched for: the first one, or one that came after a key that was lost. */
export type VerifiedKey = { id: string; since: string; vouched: boolean }

export type VerifiedStamp = TimeStamp & { seal: number }

export type Verified = {
  events: number
  chains: number
  receipts: number
  seals: number
  keys: readonly VerifiedKey[]
  /** Of an authority outside, each of one seal and so of all before it. */
  stamps: readonly VerifiedStamp[]
  broken: Broken | null
}
