import { randomUUID } from 'node:crypto'
import type { SaveObservationInput } from '@portal/contracts'
import type { RoundVisibility } from '@portal/domain'
import * as people from './people.ts'
import type { TestProduct } from './product.ts'

/** A draft version with confirmed clauses and an artwork of two pages, as rows. */
export async function aVersion({ deps: { pool, clock } }: TestProduct) {
  const at = clock.now()
  const sha256 = randomUUID().replaceAll('-', '').repeat(2)
  const id = async (text: string, values: unknown[]) => {
    const row = (await pool.query<{ id: string }>(`${text} RETURNING id`, values)).rows[0]
    if (!row) throw new Error('nothing was inserted')
    return row.id
  }
  await pool.query(`INSERT INTO stored_file (sha256, bytes, type, stored_at) VALUES ($1, 1024, 'docx', $2)`, [
    sha256,
    at,
  ])
  const uploadId = await id(
    `INSERT INTO upload (sha256, name, uploaded_by, organisation_id, uploaded_at)
     VALUES ($1, 'Especificaciones.docx', 'x', 'derfe', $2)`,
    [sha256, at],
  )
  const specificationId = await id(
    `INSERT INTO specification (title, kind, illustrative, created_by, created_at)
     VALUES ('Especificaciones del PEP', 'pep', true, 'x', $1)`,
    [at],
  )
  const versionId = await id(
    `INSERT INTO specification_version
       (specification_id, number, status, title, source_id, findings, indexed_at, status_since, created_by, created_at)
     VALUES ($1, 1, 'draft', 'Especificaciones del PEP', $2, '[]', $3, $3, 'x', $3)`,
    [specificationId, uploadId, at],
  )
  const clauseIds: string[] = []
  for (const [position, text] of ['Sobre-PEP de 380 mm 😀 de ancho', 'Papel bond de 90 g', 'Instructivo'].entries()) {
    clauseIds.push(
      await id(
        `INSERT INTO clause (version_id, identity_id, position, citation, number, number_origin, kind, depth, text, marks)
         VALUES ($1, gen_random_uuid(), $2, $3, $3, 'typed', 'paragraph', 0, $4, '[]')`,
        [versionId, position, `${position + 1}.1`, text],
      ),
    )
  }
  const artworkId = await id(
    `INSERT INTO artwork (version_id, position, element, upload_id, pages, attached_by, attached_at)
     VALUES ($1, 0, 'Sobre-Postal-Voto', $2, '[{"widthMm":200,"heightMm":100},{"widthMm":200,"heightMm":100}]', 'x', $3)`,
    [versionId, uploadId, at],
  )
  return { specificationId, versionId, clauseIds, artworkId }
}

type Conformity = { amount: number; kind: 'natural_days' } | null
export type Plan = { recipients?: string[]; days?: number; visibility?: RoundVisibility; conformity?: Conformity }

export const planOf = ({
  recipients = ['chis', 'jal', 'yuc'],
  days = 10,
  visibility,
  conformity = null,
}: Plan = {}) => ({
  recipients,
  rule: { amount: days, kind: 'natural_days' as const },
  calendarKey: 'electoral_process',
  visibility: visibility ?? ('after_publication' as const),
  conformity,
  message: 'Favor de revisar',
})

/** A version that was sent to OPL, through the procedures; with what its participants do next. */
export async function aReview(product: TestProduct, plan: Plan = {}) {
  const version = await aVersion(product)
  const { rounds } = product.as(people.COORDINATOR)
  const prepared = await rounds.prepare({ key: randomUUID(), seen: 1, versionId: version.versionId, ...planOf(plan) })
  const roundId = prepared.recordId
  await rounds.open({ key: randomUUID(), seen: prepared.recordVersion, roundId })

  const round = (who: string = people.COORDINATOR) => product.as(who).rounds.get({ id: roundId })
  const answer = async (who: string) => {
    const seen = await round(who)
    const own = seen.responses.find(({ id }) => id === seen.ownResponseId)
    if (!own) throw new Error(`${who} has no answer in this round`)
    return own
  }
  /** What a command on the round needs, as it is now. */
  const onRound = async () => ({ key: randomUUID(), seen: (await round()).recordVersion, roundId })
  /** What a command on one's own answer needs, as it is now. */
  const onAnswer = async (who: string) => {
    const { id: responseId, recordVersion: seen } = await answer(who)
    return { key: randomUUID(), seen, responseId }
  }
  const start = async (who: string) => product.as(who).responses.start(await onAnswer(who))
  const draft = async (who: string, changes: Partial<SaveObservationInput> = {}) => {
    const { id: responseId } = await answer(who)
    return product.as(who).observations.save({
      key: randomUUID(),
      seen: null,
      id: null,
      responseId,
      target: { kind: 'clause', clauseId: version.clauseIds[0] ?? '' },
      type: 'substance',
      says: 'de ancho',
      shouldSay: 'de ancho, medida exterior',
      rationale: 'No se precisa',
      legalBasis: '',
      ...changes,
    })
  }
  const send = async (who: string) => product.as(who).responses.send(await onAnswer(who))
  const list = async (who: string = people.COORDINATOR) =>
    (await product.as(who).observations.list({ roundId, limit: 200 })).rows
  /** Accepts all that is received. */
  const disposeAll = async (who: string = people.COORDINATOR) => {
    for (const { id, recordVersion: seen, status } of await list()) {
      if (status !== 'received') continue
      await product.as(who).observations.dispose({
        key: randomUUID(),
        seen,
        id,
        outcome: { disposition: 'accepted', reason: '', agreedText: 'medida exterior', answeredBy: null },
      })
    }
  }
  return { ...version, roundId, round, answer, onRound, onAnswer, start, draft, send, list, disposeAll }
}
