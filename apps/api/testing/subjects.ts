import * as people from './people.ts'
import type { Subjects } from './expectation.ts'
import type { TestProduct } from './product.ts'

/** One of each role; of the OPL both the owner of the subjects and another. */
export const EVERYBODY = [
  people.liaison('cdmx'),
  people.oplHead('cdmx'),
  people.liaison('jal'),
  people.oplHead('jal'),
  people.COORDINATOR,
  people.DERFE_HEAD,
  'revision.deoe@demo.test',
  'titular.deoe@demo.test',
  'enlace.deceyec@demo.test',
  people.OBSERVER,
  people.AUDITOR,
  people.ADMINISTRATOR,
]

/** The draft of IECM that the demonstration holds, with everything around it. */
export async function subjectsOf(product: TestProduct): Promise<Subjects> {
  const owner = product.as(people.liaison('cdmx'))
  const [row] = (await owner.rounds.list({ limit: 1 })).rows
  const round = await owner.rounds.get({ id: row?.id ?? '' })
  const [draft] = (await owner.observations.list({ roundId: round.id, organisationId: 'cdmx' })).rows
  if (!draft || draft.target.kind === 'region') throw new Error('IECM has a draft on a clause')
  const version = await product.as(people.COORDINATOR).specifications.version({ id: round.version.id })
  return {
    specificationId: round.specification.id,
    versionId: round.version.id,
    roundId: round.id,
    responseId: draft.responseId,
    observationId: draft.id,
    clauseId: draft.target.clauseId,
    uploadId: version.source.id,
  }
}
