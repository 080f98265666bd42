import type { Sent } from './recorded.ts'

/** What the floor needs to know: with these statements it answers `/<scenario>/<variant>`. */
export type FloorPlan = {
  url: string
  connections: number
  reads: Readonly<Record<ReadName, readonly (readonly Sent[])[]>>
  acts: Readonly<Record<ActName, RecordedAct>>
  publicUrl: string
}

export const READ_NAMES = ['list', 'thread', 'board', 'export'] as const
export type ReadName = (typeof READ_NAMES)[number]
export const ACT_NAMES = ['act', 'draft'] as const
export type ActName = (typeof ACT_NAMES)[number]

/** An act as it was recorded: what is another each time it is done stands in `command` and `done`. */
export type RecordedAct = { sent: readonly Sent[]; command: ActCommand; code: string | null }

/** Whoever acts sends to the floor what the product takes from the session. */
export type ActCommand = {
  key: string
  responseId: string
  organisationId: string
  personId: string
  personName: string
  appointmentId: string
}
