import { randomUUID } from 'node:crypto'
import type { Expectation } from './expectation.ts'

/** The walk's upload is another institution's: to whoever passes the door there is no such file. */
const ofNobody = (more: object = {}): Expectation => ({
  door: ['opl_liaison', 'opl_head'],
  input: ({ roundId, uploadId }) => ({ roundId, uploadId, choice: null, ...more }),
  sees: () => false,
})

/** Work away from the network. */
export const OF_OFFLINE: Record<string, Expectation> = {
  'offline.preview': ofNobody(),
  'offline.take': ofNobody({ key: randomUUID(), rows: [{ line: 5, seen: null }] }),
}
