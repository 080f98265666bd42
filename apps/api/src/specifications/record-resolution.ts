import { ActDone, RecordResolutionInput } from '@portal/contracts'
import { decideVersion, SUPERSEDED_BY_APPROVAL, type ResolutionBody } from '@portal/domain'
import { representedBy } from '../acts/represented-by.ts'
import { act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { granted, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { factsOf, lockVersion } from './locked-version.ts'
import { supersedeEarlier } from './supersede-earlier.ts'
import { changeStatus } from './version-status.ts'

const RECORDED: Statement = {
  name: 'resolution_recorded',
  text: 'SELECT number FROM resolution WHERE version_id = $1 AND number = $2',
}
const INSERT: Statement = {
  name: 'resolution_insert',
  text: `
    INSERT INTO resolution (version_id, number, body, day, subject, recorded_by, recorded_at, recorded_for)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
}

const BODY_NAMES = {
  CVMRE: 'Comisión del Voto de los Mexicanos Residentes en el Extranjero',
  CG: 'Consejo General',
} as const satisfies Record<ResolutionBody, string>

/** An acuerdo on the version: the commission's submits it to the Consejo General, whose own approves it. */
export const recordResolution = procedureFor('derfe_coordinator')
  .input(RecordResolutionInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'specifications.recordResolution', input, async (act) => {
      const { number, body, day, subject } = input
      const version = await lockVersion(act, input)
      if (await act.one(RECORDED, [version.id, number])) {
        throw new Refused({ code: 'RESOLUTION_ALREADY_RECORDED', number })
      }
      const { status } = granted(decideVersion(factsOf(version), { kind: 'record_resolution', body }, actor))
      await act.rows(INSERT, [version.id, number, body, day, subject, actor.personId, act.now(), representedBy(actor)])
      const recordVersion = await changeStatus(act, version, status)
      const receipt = await act.record({
        recordKind: 'version',
        recordId: version.id,
        verb: 'specifications.recordResolution',
        details: { number, body, day, subject, status },
        certified: {
          organisationId: actor.organisationId,
          act: 'Registro de acuerdo',
          subject: `${version.title}, versión ${version.number}`,
          lines: [
            { label: 'Acuerdo', value: number },
            { label: 'Órgano', value: BODY_NAMES[body] },
            { label: 'Fecha', value: day ?? 'Sin fecha en la fuente' },
            { label: 'Asunto', value: subject },
            ...(status === version.status ? [] : [{ label: 'Efecto', value: 'La versión queda aprobada' }]),
          ],
          files: [],
          illustrative: version.illustrative,
        },
        roundId: null,
        versionId: version.id,
        audience: null,
      })
      if (status === 'approved') await supersedeEarlier(act, version, SUPERSEDED_BY_APPROVAL)
      return { recordId: version.id, recordVersion, ...receipt }
    }),
  )
