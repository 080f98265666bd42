import { ActDone, ClassifyInput } from '@portal/contracts'
import { classify as decideClass, decideVersion, type Classification } from '@portal/domain'
import type { z } from 'zod'
import { act, type Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { granted, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOf, lockVersion } from './locked-version.ts'
import { changeStatus } from './version-status.ts'

const CLAUSE: Statement = {
  name: 'classify_clause',
  text: `SELECT citation AS name, number, kind = 'heading' AS heading FROM clause WHERE id = $1 AND version_id = $2`,
}
const ARTWORK: Statement = {
  name: 'classify_artwork',
  text: 'SELECT element AS name FROM artwork WHERE id = $1 AND version_id = $2',
}
const write = (table: 'clause' | 'artwork'): Statement => ({
  name: `classify_write_${table}`,
  text: `
    UPDATE ${table} SET access_class = $2, access_basis = $3, access_from = $4, access_until = $5 WHERE id = $1`,
})
const WRITE = { clause: write('clause'), artwork: write('artwork') } as const

/** Says who may read a clause or an artwork, on which basis and how long; `public` takes it back. */
export const classify = procedureFor('derfe_coordinator')
  .input(ClassifyInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'specifications.classify', input, async (act) => {
      const version = await lockVersion(act, input)
      const { reason, target } = input
      const { status } = granted(decideVersion(factsOf(version), { kind: 'classify', reason }, actor))
      const { name, to } = await classified(act, input)
      await act.rows(WRITE[target.kind], [target.id, to.class, to.basis, to.from, to.until])
      const recordVersion = await changeStatus(act, version, status)
      await act.record({
        recordKind: 'version',
        recordId: version.id,
        verb: 'specifications.classify',
        reason,
        details: { subject: name, ...to },
        roundId: null,
        versionId: version.id,
        // Everybody who has it on screen asks again; what they may no longer read goes from there.
        audience: null,
      })
      return { recordId: version.id, recordVersion }
    }),
  )

type Input = z.output<typeof ClassifyInput>

/** @throws Refused TARGET_NOT_IN_VERSION, or why it can't be classed so */
async function classified(act: Act, input: Input): Promise<{ name: string; to: Classification }> {
  const { target, versionId, basis, from, until } = input
  const to = { class: input.class, basis, from, until }
  if (target.kind === 'artwork') {
    const artwork = await act.one<{ name: string }>(ARTWORK, [target.id, versionId])
    if (!artwork) throw new Refused({ code: 'TARGET_NOT_IN_VERSION' })
    return { name: artwork.name, to: granted(decideClass({ kind: 'artwork' }, to)) }
  }
  const clause = await act.one<{ name: string; number: string | null; heading: boolean }>(CLAUSE, [
    target.id,
    versionId,
  ])
  if (!clause) throw new Refused({ code: 'TARGET_NOT_IN_VERSION' })
  const { name, number, heading: isHeading } = clause
  return { name, to: granted(decideClass({ kind: 'clause', isHeading, number }, to)) }
}
