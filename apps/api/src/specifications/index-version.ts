import { ActDone, IndexVersionInput } from '@portal/contracts'
import { acceptedClauses, COORDINATING_AREA, decideVersion } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { continuedClauses } from './continued-clauses.ts'
import { factsOf, lockVersion, proposalOf } from './locked-version.ts'

const INSERT: Statement = {
  name: 'clause_insert',
  text: `
    INSERT INTO clause
      (version_id, identity_id, position, citation, number, number_origin, kind, depth, text, marks, cells,
        access_class, access_basis, access_from, access_until)
    SELECT $1, c.identity_id, c.position, c.citation, c.number, c.number_origin, c.kind, c.depth, c.text, c.marks,
      nullif(c.cells, 'null'), c.access_class, c.access_basis, c.access_from, c.access_until
    FROM jsonb_to_recordset($2::jsonb) AS c (
      position int, identity_id uuid, citation text, number text, number_origin text, kind text, depth int, text text,
      marks jsonb, cells jsonb, access_class text, access_basis text, access_from date, access_until date)
    ORDER BY c.position`,
}
const CONFIRM: Statement = {
  name: 'version_confirm',
  text: `
    UPDATE specification_version SET proposal = NULL, indexed_at = $3, record_version = record_version + 1
    WHERE id = $1 AND record_version = $2 RETURNING record_version`,
}

/** The included clauses of the proposal become the version's: from here on they are cited and observed. */
export const indexVersion = procedureFor('derfe_coordinator')
  .input(IndexVersionInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'specifications.index', input, async (act) => {
      const version = await lockVersion(act, input)
      const proposal = await proposalOf(act, version)
      granted(decideVersion(factsOf(version, proposal), { kind: 'index' }, actor))
      const { clauses, changes } = await continuedClauses(act, version, acceptedClauses(proposal))
      await act.rows(INSERT, [version.id, JSON.stringify(clauses.map(rowOf))])
      const confirmed = found(
        await act.one<{ record_version: number }>(CONFIRM, [version.id, version.record_version, act.now()]),
      )
      await act.record({
        recordKind: 'version',
        recordId: version.id,
        verb: 'specifications.index',
        details: {
          clauses: clauses.length,
          excluded: proposal.length - clauses.length,
          ...changes,
        },
        roundId: null,
        versionId: version.id,
        audience: [COORDINATING_AREA],
      })
      return { recordId: version.id, recordVersion: confirmed.record_version }
    }),
  )

type Continued = Awaited<ReturnType<typeof continuedClauses>>['clauses'][number]

const rowOf = ({ identityId, numberOrigin, table, classification, ...clause }: Continued, position: number) => ({
  ...clause,
  position,
  identity_id: identityId,
  number_origin: numberOrigin,
  cells: table,
  access_class: classification?.class ?? 'public',
  access_basis: classification?.basis ?? '',
  access_from: classification?.from ?? null,
  access_until: classification?.until ?? null,
})
