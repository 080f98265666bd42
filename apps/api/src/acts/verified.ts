/** The first thing that does not hold. `recordId` and `seq` are null where it is of no single event. */
export type Broken = { recordId: string | null; seq: number | null; reason: string }

export type Verified = { events: number; chains: number; receipts: number; seals: number; broken: Broken | null }
