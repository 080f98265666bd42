import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ActDone } from '@portal/contracts'
import type { ProposedClause } from '@portal/domain'
import { closeRound } from '../../src/rounds/close-round.ts'
import { call } from '../call.ts'
import * as people from '../people.ts'
import type { Subjects } from '../expectation.ts'
import type { TestProduct } from '../product.ts'
import { aVersion } from '../review.ts'
import { smallPdf } from '../small-pdf.ts'
import { seenInput, type RecordKind } from './seen.ts'
import { OTHER, OWN } from './walk.ts'

type Case = { product: TestProduct; subjects: Subjects; asksConformity?: true }

const LIAISON = people.liaison(OWN)
const HEAD = people.oplHead(OWN)

async function perform(
  { product, subjects }: Case,
  path: string,
  { by, on, more }: { by: string; on: RecordKind; more?: object },
): Promise<string> {
  const input = { ...(await seenInput(product, path, on, subjects)), ...more }
  return ((await call(product.as(by), path, input)) as ActDone).recordId
}

const act =
  (by: string, on: RecordKind, path: string, more?: object) =>
  async (step: Case): Promise<void> =>
    void (await perform(step, path, { by, on, ...(more && { more }) }))

/** What no act does. */
const arrange =
  (text: string, id: keyof Subjects) =>
  async ({ product, subjects }: Case): Promise<void> =>
    void (await product.query(text, [subjects[id]]))

/** What the document says, as it was read: `x` is what a correction names. */
const PROPOSAL: readonly ProposedClause[] = ['x', 'y'].map((key) => ({
  key,
  excluded: false,
  kind: 'paragraph',
  number: null,
  numberOrigin: 'none',
  depth: 0,
  text: 'Papel bond de 90 g',
  marks: [],
  table: null,
}))

/** The next version of the same specification. */
async function nextVersion(
  { product, subjects }: Case,
  status: string,
  proposal: typeof PROPOSAL | null,
): Promise<string> {
  const { rows } = await product.query<{ id: string }>(
    `INSERT INTO specification_version (specification_id, number, status, title, source_id, findings, indexed_at, proposal,
       status_since, created_by, created_at)
     SELECT specification_id, 2, $2, title, source_id, findings, CASE WHEN $3::jsonb IS NULL THEN indexed_at END, $3,
       status_since, created_by, created_at
     FROM specification_version WHERE id = $1 RETURNING id`,
    [subjects.versionId, status, proposal === null ? null : JSON.stringify(proposal)],
  )
  return rows[0]?.id ?? ''
}

async function responseOf({ product, subjects: { roundId } }: Case, organisationId: string): Promise<string> {
  const { rows } = await product.query<{ id: string }>(
    'SELECT id FROM round_response WHERE round_id = $1 AND organisation_id = $2',
    [roundId, organisationId],
  )
  return rows[0]?.id ?? ''
}

const STEPS = {
  /** The next version, as its document was read: nobody has confirmed its clauses. */
  read: async (step) => {
    step.subjects.versionId = await nextVersion(step, 'draft', PROPOSAL)
  },
  withdrawVersion: act(people.COORDINATOR, 'version', 'specifications.withdraw'),
  approve: act(people.COORDINATOR, 'version', 'specifications.recordResolution', { number: 'INE/CG49/2018' }),
  /** The Consejo General approves a later version. */
  supersede: async (step) => {
    const versionId = await nextVersion(step, 'working', null)
    await STEPS.approve({ ...step, subjects: { ...step.subjects, versionId } })
  },
  /** The next version with confirmed clauses, of which none says what was agreed. */
  follow: async (step) => {
    step.subjects.versionId = await nextVersion(step, 'draft', null)
    const { rows } = await step.product.query<{ id: string }>(
      `INSERT INTO clause (version_id, identity_id, position, citation, number_origin, kind, depth, text, marks)
       VALUES ($1, gen_random_uuid(), 0, '1', 'none', 'paragraph', 0, 'Otra cosa', '[]') RETURNING id`,
      [step.subjects.versionId],
    )
    step.subjects.clauseId = rows[0]?.id ?? ''
  },
  justify: act(people.COORDINATOR, 'version', 'specifications.justifyPromise', { reason: 'Se atiende en el plano' }),
  publish: act(people.COORDINATOR, 'version', 'specifications.publish'),
  /** No act leads there yet. */
  enterIntoForce: arrange(`UPDATE specification_version SET status = 'in_force' WHERE id = $1`, 'versionId'),

  /** The round that is prepared next asks each OPL whether it agrees. */
  askConformity: (step) => {
    step.asksConformity = true
    return Promise.resolve()
  },
  prepare: async (step) => {
    const conformity = step.asksConformity === true ? ({ amount: 5, kind: 'natural_days' } as const) : null
    const more = { recipients: [OWN, OTHER], conformity }
    step.subjects.roundId = await perform(step, 'rounds.prepare', { by: people.COORDINATOR, on: 'version', more })
    step.subjects.responseId = await responseOf(step, OWN)
  },
  /** The other OPL answers at once: what is still missing is the own answer. */
  open: async (step) => {
    await perform(step, 'rounds.open', { by: people.COORDINATOR, on: 'round' })
    const others = { ...step.subjects, responseId: await responseOf(step, OTHER) }
    await perform({ ...step, subjects: others }, 'responses.declareNone', { by: people.oplHead(OTHER), on: 'response' })
  },
  /** The end comes, and nobody has looked yet. */
  end: async ({ product, subjects }) => {
    product.clock.set(await dueOf(product, subjects))
  },
  close: async (step) => {
    const { product, subjects } = step
    await STEPS.end(step)
    await closeRound(product.deps, subjects.roundId, await dueOf(product, subjects))
  },
  closeEarly: act(people.COORDINATOR, 'round', 'rounds.closeEarly'),
  admit: act(people.COORDINATOR, 'response', 'rounds.judgeLate', { admit: true }),
  setAside: act(people.COORDINATOR, 'response', 'rounds.judgeLate', { admit: false }),
  propose: act(people.COORDINATOR, 'round', 'rounds.propose'),
  validate: act(people.DERFE_HEAD, 'round', 'rounds.validate'),
  agree: act(HEAD, 'response', 'responses.reply'),
  conclude: act(people.COORDINATOR, 'round', 'rounds.conclude'),
  cancel: act(people.COORDINATOR, 'round', 'rounds.cancel'),

  /** In the OPL only the head sends, as of now. */
  twoLevels: ({ product }) => setLevels(product, 2),
  start: act(LIAISON, 'response', 'responses.start'),
  submit: act(LIAISON, 'response', 'responses.submitForApproval'),
  send: act(HEAD, 'response', 'responses.send'),
  declareNone: act(HEAD, 'response', 'responses.declareNone'),
  takeBack: act(HEAD, 'response', 'responses.withdrawToCorrect'),
  sendLate: act(HEAD, 'response', 'responses.sendLate'),

  observe: async (step) => {
    const more = { id: null, seen: null, says: 'de ancho', rationale: 'No se precisa' }
    step.subjects.observationId = await perform(step, 'observations.save', { by: LIAISON, on: 'observation', more })
  },
  discard: act(LIAISON, 'observation', 'observations.discard'),
  dispose: act(people.COORDINATOR, 'observation', 'observations.dispose', {
    outcome: { disposition: 'accepted', reason: '', agreedText: 'medida exterior', answeredBy: null },
  }),
  refer: act(people.COORDINATOR, 'observation', 'observations.refer'),
  answerReferral: act('enlace.deceyec@demo.test', 'observation', 'observations.answerReferral'),
} as const satisfies Record<string, (step: Case) => Promise<void>>

const setLevels = async (product: TestProduct, levels: 1 | 2): Promise<void> =>
  void (await product.query('UPDATE organisation SET two_levels = $2 WHERE id = $1', [OWN, levels === 2]))

async function dueOf(product: TestProduct, { roundId }: Subjects): Promise<string> {
  const { due } = await product.as(people.COORDINATOR).rounds.get({ id: roundId })
  if (due === null) throw new Error('the round was not opened')
  return due
}

/** A PDF as the coordinator has uploaded it. That it is one, was asked at its arrival, which takes half a second. */
async function aPdf({ deps: { files, clock }, query }: TestProduct, words: string): Promise<string> {
  const { sha256, bytes } = await files.put(Readable.from([Buffer.from(smallPdf(words))]), 2000)
  const { rows } = await query<{ id: string }>(
    `WITH stored AS (
       INSERT INTO stored_file (sha256, bytes, type, stored_at) VALUES ($1, $2, 'pdf', $3) RETURNING sha256
     )
     INSERT INTO upload (sha256, name, uploaded_by, organisation_id, uploaded_at)
     SELECT sha256, 'sobre.pdf', 'x', 'derfe', $3 FROM stored RETURNING id`,
    [sha256, bytes, clock.now()],
  )
  return rows[0]?.id ?? ''
}

/** A version of its own that goes through these steps, the product's clock with it. */
export const after =
  (...steps: readonly (keyof typeof STEPS)[]) =>
  async (product: TestProduct): Promise<Subjects> => {
    product.clock.set(product.clock.startedWith)
    await setLevels(product, 1)
    const { specificationId, versionId, clauseIds } = await aVersion(product)
    const uploadId = await aPdf(product, versionId)
    const none = { roundId: randomUUID(), responseId: randomUUID(), observationId: randomUUID() }
    const subjects: Subjects = { specificationId, versionId, clauseId: clauseIds[0] ?? '', uploadId, ...none }
    const told: Case = { product, subjects }
    for (const step of steps) await STEPS[step](told)
    return subjects
  }
