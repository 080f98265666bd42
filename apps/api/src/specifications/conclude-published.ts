import { decideRound, type Person } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { granted } from '../refused.ts'
import { changeRound, eventOf, lockRound, roundFacts } from '../rounds/exports.ts'
import type { LockedVersion } from './locked-version.ts'

const PUBLISHED: Statement = {
  name: 'version_published_rounds',
  text: `
    SELECT r.id FROM review_round AS r JOIN specification_version AS v ON v.id = r.version_id
    WHERE v.specification_id = $1 AND v.number < $2 AND r.status = 'published' ORDER BY r.id`,
}

/** The rounds whose matrices were published on earlier versions: with the next version nothing is left to do in them. */
export async function concludePublished(
  act: Act,
  { specification_id, number }: LockedVersion,
  actor: Person,
): Promise<void> {
  for (const { id } of await act.rows<{ id: string }>(PUBLISHED, [specification_id, number])) {
    const round = await lockRound(act, { roundId: id })
    const facts = await roundFacts(act, id)
    const { status } = granted(decideRound(facts, { kind: 'conclude' }, actor, act.now()))
    await changeRound(act, round, { status })
    await act.record({ ...eventOf(round), verb: 'rounds.conclude', details: { nextVersion: number } })
  }
}
