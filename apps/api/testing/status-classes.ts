import { randomUUID } from 'node:crypto'
import type { Person } from '@portal/domain'
import * as people from './people.ts'
import type { TestProduct } from './product.ts'
import { aReview, aVersion, planOf } from './review.ts'

/** Where a version and its round stand; the round is sent to IECM alone. */
export const STATUS_CLASSES = ['draft', 'preparing', 'open', 'cancelled', 'published', 'approved'] as const
type StatusClass = (typeof STATUS_CLASSES)[number]

type Ids = { specificationId: string; versionId: string; clauseIds: readonly string[]; roundId: string }
type Reading = { input: (ids: Ids) => unknown; sees: (person: Person | null, status: StatusClass) => boolean }

const isDerfeOrAuditor = (person: Person | null) =>
  person?.role === 'derfe_coordinator' || person?.role === 'derfe_head' || person?.role === 'auditor'

/** Of what was sent: whom it was sent to, and INE's areas; who administers has no part in it. */
function seesSent(person: Person | null, status: StatusClass): boolean {
  if (person === null || person.role === 'administrator') return false
  if (isDerfeOrAuditor(person)) return true
  if (status === 'draft' || status === 'preparing') return false
  return person.kind === 'ine' || person.organisationId === 'cdmx'
}
const seesRound = (person: Person | null, status: StatusClass) => status !== 'draft' && seesSent(person, status)

/** Every procedure whose answer hangs on where its record stands, and on nothing that somebody writes in it. */
export const READINGS: Record<string, Reading> = {
  'specifications.get': { input: ({ specificationId: id }) => ({ id }), sees: seesSent },
  'specifications.version': { input: ({ versionId: id }) => ({ id }), sees: seesSent },
  'specifications.compare': {
    input: ({ specificationId }) => ({ specificationId, from: 1, to: 1 }),
    sees: seesSent,
  },
  'specifications.clauseHistory': { input: ({ clauseIds: [clauseId] }) => ({ clauseId }), sees: seesSent },
  'rounds.get': { input: ({ roundId: id }) => ({ id }), sees: seesRound },
  'rounds.board': { input: ({ roundId: id }) => ({ id }), sees: seesRound },
  'rounds.overview': {
    input: ({ roundId: id }) => ({ id }),
    // Of a round that was opened; before it is published it is deliberative.
    sees: (person, status) =>
      status !== 'preparing' &&
      seesRound(person, status) &&
      (isDerfeOrAuditor(person) || status === 'published' || status === 'approved'),
  },
  'observations.list': { input: ({ roundId }) => ({ roundId }), sees: seesRound },
  'evidence.trail': { input: ({ roundId: recordId }) => ({ recordId }), sees: seesRound },
  'evidence.trailChoices': { input: ({ roundId: recordId }) => ({ recordId }), sees: seesRound },
  'evidence.check': { input: ({ roundId: recordId }) => ({ recordId }), sees: seesRound },
  'publication.version': { input: ({ versionId: id }) => ({ id }), sees: (_person, status) => status === 'approved' },
}

/** A version of its own in each of them, brought there by acts. */
export async function idsIn(product: TestProduct, status: StatusClass): Promise<Ids> {
  const coordinator = product.as(people.COORDINATOR)
  if (status === 'draft' || status === 'preparing') {
    const version = await aVersion(product)
    if (status === 'draft') return { ...version, roundId: randomUUID() }
    const plan = planOf({ recipients: ['cdmx'] })
    const input = { key: randomUUID(), seen: 1, versionId: version.versionId, ...plan }
    return { ...version, roundId: (await coordinator.rounds.prepare(input)).recordId }
  }
  const review = await aReview(product, { recipients: ['cdmx'] })
  if (status === 'cancelled') await coordinator.rounds.cancel({ ...(await review.onRound()), reason: 'Se rehace' })
  if (status === 'published' || status === 'approved') {
    const head = people.oplHead('cdmx')
    await product.as(head).responses.declareNone(await review.onAnswer(head))
    await coordinator.rounds.closeEarly({ ...(await review.onRound()), reason: 'Contestaron' })
    await coordinator.rounds.propose(await review.onRound())
    await product.as(people.DERFE_HEAD).rounds.validate(await review.onRound())
  }
  if (status === 'approved') {
    const { versionId } = review
    const { recordVersion: seen } = await coordinator.specifications.version({ id: versionId })
    const resolution = { number: 'INE/CG49/2018', body: 'CG', day: null, subject: 'Se aprueba' } as const
    await coordinator.specifications.recordResolution({ key: randomUUID(), seen, versionId, ...resolution })
  }
  return review
}
