import { formatDate } from '../deadlines/format.ts'
import type { Person } from '../people/actor.ts'
import { COORDINATING_AREA, VALIDATING_AREA } from '../people/organisation.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { RoundStatus } from '../rounds/status.ts'

/** Domain section 4, rule 7. */
export const INFORMATION_CLASSES = ['public', 'reserved', 'confidential'] as const
export type InformationClass = (typeof INFORMATION_CLASSES)[number]

export const INFORMATION_CLASS_NAMES = {
  public: 'Pública',
  reserved: 'Reservada',
  confidential: 'Confidencial',
} as const satisfies Record<InformationClass, string>

/** How a clause or an artwork is classed. The basis is kept as typed: no article of law is known here. */
export type Classification = {
  class: InformationClass
  basis: string
  /** Days YYYY-MM-DD, both included; without a last day it stays so. */
  from: string | null
  until: string | null
}

/** Whoever drafts a specification owns what is in it: so far that is always the coordinating area. */
const OWNER_OF_SPECIFICATIONS = COORDINATING_AREA

const isOwner = (actor: Person): boolean =>
  actor.organisationId === OWNER_OF_SPECIFICATIONS && actor.role !== 'administrator'
const isDeoe = ({ role }: Person): boolean => role === 'deoe_reviewer' || role === 'deoe_head'
const isAuditor = ({ role }: Person): boolean => role === 'auditor'

/** Who reads each class in a version that they see at all; what the auditor reads of it leaves an event. */
const READERS = {
  public: () => true,
  reserved: (actor) => isOwner(actor) || isDeoe(actor) || isAuditor(actor),
  confidential: (actor) => isOwner(actor) || isAuditor(actor),
} as const satisfies Record<InformationClass, (actor: Person) => boolean>

export const classesReadBy = (actor: Person): InformationClass[] =>
  INFORMATION_CLASSES.filter((one) => READERS[one](actor))

/** Whether on `day` it is anything but public: a period that is over ends by itself. */
export const isRestricted = (classification: Classification, day: string): boolean =>
  classification.class !== 'public' && (classification.until === null || classification.until >= day)

/** Whether the actor reads on `day` what is classed so. */
export const mayRead = (actor: Person, classification: Classification, day: string): boolean =>
  !isRestricted(classification, day) || READERS[classification.class](actor)

/** Whether the people who answer for an area of INE read on `day` what is classed so. */
export const mayAreaRead = (areaId: string, classification: Classification, day: string): boolean =>
  !isRestricted(classification, day) || (classification.class === 'reserved' && areaId === VALIDATING_AREA)

const NOTICES = {
  public: 'Pública',
  reserved: 'Reservado',
  confidential: 'Confidencial',
} as const satisfies Record<InformationClass, string>

/** What stands in the place of a content that the reader may not have: "Reservado: <fundamento>, hasta lun 25 dic 2017". */
export const withheldNotice = ({ class: one, basis, until }: Classification): string =>
  `${NOTICES[one]}: ${basis}, ${until === null ? 'de manera permanente' : `hasta ${formatDate(until)}`}`

/** Observations are deliberative: reserved until the decision, and never classed by hand. */
export const observationsClass = (round: RoundStatus): InformationClass =>
  round === 'published' || round === 'concluded' ? 'public' : 'reserved'

export type ClassificationRefusal =
  | { code: 'BASIS_NEEDED' }
  | { code: 'DAYS_NOT_IN_ORDER' }
  /** Those beneath are cited by its words, which would go on being read. */
  | { code: 'CITED_BY_ITS_WORDS' }

/** What would be classed: of a clause its kind and number, of an artwork nothing more. */
type Subject = { kind: 'clause'; isHeading: boolean; number: string | null } | { kind: 'artwork' }

/** Whether a clause or an artwork may be classed so. What is public needs neither basis nor period. */
export function classify(subject: Subject, to: Classification): Result<Classification, ClassificationRefusal> {
  if (to.class === 'public') return ok({ class: 'public', basis: '', from: null, until: null })
  if (to.basis.trim() === '') return refuse({ code: 'BASIS_NEEDED' })
  if (to.from !== null && to.until !== null && to.until < to.from) return refuse({ code: 'DAYS_NOT_IN_ORDER' })
  if (subject.kind === 'clause' && subject.isHeading && subject.number === null) {
    return refuse({ code: 'CITED_BY_ITS_WORDS' })
  }
  return ok(to)
}
