import { matrixHash } from '@portal/documents'
import { COORDINATING_AREA, formatCount, type Actor } from '@portal/domain'
import type { Act } from '../acts/act.ts'
import { changeRound } from './change-round.ts'
import { eventOf, subjectOf, type LockedRound } from './locked-round.ts'
import { allMatrixRows } from './matrix-rows.ts'
import { moveVersion } from './version-of-round.ts'

type Publication = {
  verb: 'rounds.validate' | 'rounds.publish' | 'rounds.publishEarly'
  /** Since when it is published; the instant of the act unless told. */
  since?: string
  reason?: string
}

/** The matrix goes to all who took part, under the hash of its rows: the last step of an act on the locked round. */
export async function publishMatrix(act: Act, round: LockedRound, actor: Actor, { verb, since, reason }: Publication) {
  await moveVersion(act, round.versionId, 'publish_matrix', actor)
  const rows = await allMatrixRows(act, round.id, act.now())
  const hash = matrixHash({ rows })
  const publishedAt = since ?? act.now()
  const recordVersion = await changeRound(act, round, {
    status: 'published',
    since: publishedAt,
    publishedAt,
    matrixHash: hash,
  })
  const receipt = await act.record({
    ...eventOf(round),
    verb,
    ...(reason !== undefined && { reason }),
    details: { observations: rows.length, hash },
    certified: {
      organisationId: actor.kind === 'system' ? COORDINATING_AREA : actor.organisationId,
      act: 'Publicación de la matriz de observaciones',
      subject: subjectOf(round),
      lines: [
        { label: 'Observaciones', value: formatCount(rows.length) },
        { label: 'Huella del contenido (SHA-256)', value: hash },
      ],
      files: [],
      illustrative: round.illustrative,
    },
  })
  return { recordId: round.id, recordVersion, ...receipt }
}
