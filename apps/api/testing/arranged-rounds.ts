import {
  OBSERVATION_STATUSES,
  ROUND_STATUSES,
  ROUND_VISIBILITIES,
  type ObservationStatus,
  type RoundStatus,
  type RoundVisibility,
} from '@portal/domain'
import type { TestProduct } from './product.ts'
import { aVersion } from './review.ts'

export const RECIPIENTS = ['chis', 'jal']

export type Arranged = {
  id: string
  status: RoundStatus
  opened: boolean
  visibility: RoundVisibility
  observations: {
    id: string
    organisationId: string
    status: ObservationStatus
    referredTo: string | null
    inMatrix: boolean
  }[]
}

/** One after the other, so that some of each status is with each of them and some with none. */
const REFERRED_TO = ['deceyec', null, 'deoe', 'deceyec', null] as const

/** A round in every status and visibility, sent to these, with an observation of each of them in every status. */
export async function arrangedRounds(product: TestProduct): Promise<Arranged[]> {
  const { versionId, clauseIds } = await aVersion(product)
  const rounds: Arranged[] = []
  for (const status of ROUND_STATUSES) {
    for (const visibility of ROUND_VISIBILITIES) {
      const openings = status === 'preparing' ? [false] : status === 'cancelled' ? [false, true] : [true]
      for (const opened of openings)
        rounds.push(await arrange(product, versionId, clauseIds[0], { status, visibility, opened }))
    }
  }
  return rounds
}

/** A round in this status with an observation of each OPL in every status, all of them with an outcome. */
async function arrange(
  product: TestProduct,
  versionId: string,
  clauseId: string | undefined,
  round: Pick<Arranged, 'status' | 'visibility' | 'opened'>,
): Promise<Arranged> {
  const at = product.deps.clock.now()
  const id = async (text: string, values: unknown[]) =>
    (await product.reader.one<{ id: string }>({ name: '', text: `${text} RETURNING id` }, values))?.id ?? ''
  const roundId = await id(
    `INSERT INTO review_round (version_id, number, status, status_since, visibility, rule_amount, rule_kind,
       calendar_key, opened_at, created_by, created_at) VALUES ($1, 1, $2, $3, $4, 1, 'hours', 'x', $5, 'x', $3)`,
    [versionId, round.status, at, round.visibility, round.opened ? at : null],
  )
  const observations: Arranged['observations'] = []
  let number = 0
  for (const organisationId of RECIPIENTS) {
    const responseId = await id(
      `INSERT INTO round_response (round_id, organisation_id, status, status_since)
       VALUES ($1, $2, 'sent_with_observations', $3)`,
      [roundId, organisationId, at],
    )
    for (const [place, status] of OBSERVATION_STATUSES.entries()) {
      const referredTo = REFERRED_TO[place % REFERRED_TO.length] ?? null
      const observationId = await id(
        `INSERT INTO observation (round_id, response_id, organisation_id, number, status, type, target_kind, clause_id,
           author_id, created_at, updated_at, disposition, reason,
           referred_to, referred_by, referred_at)
         VALUES ($1, $2, $3, $4, $5, 'form', 'clause', $6, 'x', $7, $7, 'rejected', 'secreto', $8, 'x', $7)`,
        [roundId, responseId, organisationId, (number += 1), status, clauseId, at, referredTo],
      )
      const inMatrix = status !== 'draft' && status !== 'withdrawn'
      observations.push({ id: observationId, organisationId, status, referredTo, inMatrix })
    }
  }
  return { id: roundId, ...round, observations }
}
