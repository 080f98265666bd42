import { ActDone, IndexVersionInput } from '@portal/contracts'
import { acceptedClauses, citationsOf, COORDINATING_AREA, decideVersion } from '@portal/domain'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, granted } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOf, lockVersion, proposalOf } from './locked-version.ts'

/**
 * A clause that stands word for word, under the same citation, in the last confirmed version stays the same clause;
 * where a document repeats itself, the first is the first and the second the second. What changed is a new clause. Its
 * class stays with its wording under whatever number, and with its number under whatever wording; of two the stricter:
 * nothing reserved becomes public by being moved, renumbered or written anew.
 */
const INSERT: Statement = {
  name: 'clause_insert',
  text: `
    WITH added AS (
      SELECT c.*, row_number() OVER (PARTITION BY c.citation, c.text ORDER BY c.position) AS nth
      FROM jsonb_to_recordset($2::jsonb) AS c (
        position int, citation text, number text, number_origin text, kind text, depth int, text text,
        marks jsonb, cells jsonb)
    ), before AS (
      SELECT c.*,
        row_number() OVER (PARTITION BY c.citation, c.text ORDER BY c.position) AS nth
      FROM clause AS c WHERE c.version_id = (
        SELECT v.id FROM specification_version AS v
        WHERE v.specification_id = $3 AND v.number < $4 AND v.indexed_at IS NOT NULL
        ORDER BY v.number DESC LIMIT 1)
    )
    INSERT INTO clause
      (version_id, identity_id, position, citation, number, number_origin, kind, depth, text, marks, cells,
        access_class, access_basis, access_from, access_until)
    SELECT $1, coalesce(before.identity_id, uuidv7()), added.position, added.citation, added.number,
      added.number_origin, added.kind, added.depth, added.text, added.marks, nullif(added.cells, 'null'),
      coalesce(classed.access_class, 'public'), coalesce(classed.access_basis, ''), classed.access_from,
      classed.access_until
    FROM added LEFT JOIN before USING (citation, text, nth)
    LEFT JOIN LATERAL (
      SELECT old.* FROM before AS old
      WHERE old.access_class <> 'public' AND (old.text = added.text OR old.citation = added.citation)
      ORDER BY old.access_class, old.access_until DESC NULLS FIRST LIMIT 1
    ) AS classed ON true
    ORDER BY added.position
    RETURNING (SELECT count(*) FROM added JOIN before USING (citation, text, nth))::int AS kept`,
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
      const clauses = acceptedClauses(proposal)
      const citations = citationsOf(clauses)
      const rows = clauses.map(({ numberOrigin, table, ...clause }, position) => ({
        ...clause,
        position,
        citation: citations[position],
        number_origin: numberOrigin,
        cells: table,
      }))
      const values = [version.id, JSON.stringify(rows), version.specification_id, version.number]
      const [inserted] = await act.rows<{ kept: number }>(INSERT, values)
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
          kept: inserted?.kept ?? 0,
        },
        roundId: null,
        versionId: version.id,
        audience: [COORDINATING_AREA],
      })
      return { recordId: version.id, recordVersion: confirmed.record_version }
    }),
  )
