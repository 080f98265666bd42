import { ActDone, SaveObservationInput } from '@portal/contracts'
import type { Person } from '@portal/domain'
import type { z } from 'zod'
import { representedBy } from '../acts/represented-by.ts'
import { act, type Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { found, Refused } from '../refused.ts'
import { procedureFor } from '../trpc.ts'
import { holdResponse, type HeldResponse } from './held-response.ts'
import { placedTarget, type PlacedTarget } from './target.ts'

const INSERT: Statement = {
  name: 'observation_insert',
  text: `
    INSERT INTO observation (round_id, response_id, organisation_id, author_id, author_for, status, created_at, updated_at,
      type, says, should_say, rationale, legal_basis, target_kind, clause_id, text_start, text_end, quote,
      artwork_id, page, x, y, width, height)
    VALUES ($1, $2, $3, $4, $5, 'draft', $6, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
      $21, $22)
    RETURNING id`,
}
const UPDATE: Statement = {
  name: 'observation_update',
  text: `
    UPDATE observation
    SET updated_at = $4, type = $5, says = $6, should_say = $7, rationale = $8, legal_basis = $9, target_kind = $10,
      clause_id = $11, text_start = $12, text_end = $13, quote = $14, artwork_id = $15, page = $16, x = $17, y = $18,
      width = $19, height = $20, record_version = record_version + 1
    WHERE id = $1 AND response_id = $2 AND record_version = $3 AND status = 'draft'
    RETURNING record_version AS "recordVersion"`,
}
const PRESENT: Statement = {
  name: 'observation_present',
  text: 'SELECT status, record_version AS "recordVersion" FROM observation WHERE id = $1 AND response_id = $2',
}

type Input = z.output<typeof SaveObservationInput>
type Texts = Pick<Input, 'type' | 'says' | 'shouldSay' | 'rationale' | 'legalBasis'>

/**
 * A draft as it is autosaved. That it was begun is on record; each pause in typing is not: until it is sent the text is
 * the OPL's own working paper, and what it sent is certified by the receipt, with the hash of every word. So an autosave
 * costs one guarded write, and the audit log stays a record of acts.
 */
export const saveObservation = procedureFor('opl_liaison', 'opl_head')
  .input(SaveObservationInput)
  .output(ActDone)
  .mutation(async ({ ctx: { deps, actor }, input }) => {
    let saved: { response: HeldResponse; recordVersion: number } | undefined
    const done = await act(deps, actor, 'observations.save', input, async (act) => {
      const response = await holdResponse(act, input.responseId, actor, 'save_observation')
      const target = await placedTarget(act, input.target, response.versionId, actor)
      if (input.id === null) return beginDraft(act, input, response, target, actor)
      const recordVersion = await updateDraft(act, { ...input, id: input.id }, target)
      saved = { response, recordVersion }
      return { recordId: input.id, recordVersion }
    })
    if (saved) {
      // Colleagues of the same OPL see the draft grow; nobody else knows of it.
      const { roundId, versionId, organisationId } = saved.response
      const event = { recordKind: 'observation', recordId: done.recordId, roundId, versionId } as const
      const id = `${done.recordId}.${saved.recordVersion}`
      deps.live.tell({ ...event, id, verb: 'observations.save' }, [organisationId])
    }
    return done
  })

const textsOf = ({ type, says, shouldSay, rationale, legalBasis }: Texts) =>
  [type, says, shouldSay, rationale, legalBasis] as const

/** A new draft of an answer that takes it. */
export async function beginDraft(act: Act, input: Texts, response: HeldResponse, target: PlacedTarget, actor: Person) {
  const { roundId, organisationId, versionId } = response
  const whose = [roundId, response.id, organisationId, actor.personId, representedBy(actor), act.now()]
  const inserted = await act.one<{ id: string }>(INSERT, [...whose, ...textsOf(input), ...target.columns])
  const { id } = found(inserted)
  await act.record({
    recordKind: 'observation',
    recordId: id,
    verb: 'observations.save',
    details: { type: input.type, citation: target.citation },
    roundId,
    versionId,
    audience: [organisationId],
  })
  return { recordId: id, recordVersion: 1 }
}

type Seen = { id: string; responseId: string; seen: number | null }

/** @throws Refused OBSERVATION_NOT_EDITABLE, CHANGED_MEANWHILE */
export async function updateDraft(act: Act, input: Texts & Seen, target: PlacedTarget): Promise<number> {
  const { id, responseId, seen } = input
  const values = [id, responseId, seen, act.now(), ...textsOf(input), ...target.columns]
  const updated = await act.one<{ recordVersion: number }>(UPDATE, values)
  if (updated) return updated.recordVersion
  const present = found(await act.one<{ status: string; recordVersion: number }>(PRESENT, [id, responseId]))
  if (present.status !== 'draft') throw new Refused({ code: 'OBSERVATION_NOT_EDITABLE' })
  throw new Refused({ code: 'CHANGED_MEANWHILE', recordVersion: present.recordVersion })
}
