import { parentPort, workerData } from 'node:worker_threads'
import { matchClauses, type MatchableClause } from '@portal/domain'

type Sides = { before: MatchableClause[]; after: MatchableClause[] }

/** The thread that matches two long documents: takes their clauses, tells who is whom, and ends. */
if (parentPort) {
  const { before, after } = workerData as Sides
  parentPort.postMessage(matchClauses(before, after))
}
