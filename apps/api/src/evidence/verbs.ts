import {
  type Person,
  DISPOSITION_NAMES,
  INFORMATION_CLASS_NAMES,
  OBSERVATION_TYPE_NAMES,
  PUBLICATION_KIND_NAMES,
  REPLY_NAMES,
  RESPONSE_STATUS_NAMES,
  ROUND_STATUS_NAMES,
  ROUND_VISIBILITY_NAMES,
} from '@portal/domain'
import { scopeOf } from '../specifications/exports.ts'
import { CLAUSE_COUNTS } from './clause-counts.ts'
import { DAY_KIND_NAMES, file, instant, list, named, organisation, organisations, type Verb } from './verb.ts'
import { VERBS_OF_PEOPLE } from './verbs-of-people.ts'
import { written } from './written.ts'

const KINDS = {
  pep: 'Elemento del PEP',
  guideline: 'Lineamientos',
  procedure: 'Procedimiento',
  draft_agreement: 'Proyecto de acuerdo',
  report: 'Informe',
}
const CORRECTIONS = {
  split: 'Dividir',
  join: 'Unir con el anterior',
  renumber: 'Cambiar el número',
  exclude: 'Excluir',
  include: 'Incluir',
  indent: 'Bajar un nivel',
  outdent: 'Subir un nivel',
}

const SPECIFICATION = { specification: 'Especificación', version: 'Versión' } as const
const OBSERVATION = {
  number: 'Observación',
  type: { label: 'Tipo', show: named(OBSERVATION_TYPE_NAMES) },
  citation: 'Numeral',
  says: 'Dice',
  shouldSay: 'Debe decir',
  rationale: 'Justificación',
  legalBasis: 'Fundamento',
} as const satisfies Verb['details']
const DUE = { due: { label: 'Vence', show: instant } } as const satisfies Verb['details']
const PLAN = {
  number: 'Ronda',
  recipients: { label: 'Destinatarios', show: organisations },
  amount: 'Plazo',
  kind: { label: 'Unidad del plazo', show: named(DAY_KIND_NAMES) },
  calendar: 'Calendario',
  visibility: { label: 'Visibilidad', show: named(ROUND_VISIBILITY_NAMES) },
  conformity: 'Plazo de conformidad',
  conformityKind: { label: 'Unidad del plazo de conformidad', show: named(DAY_KIND_NAMES) },
  message: 'Mensaje',
} as const satisfies Verb['details']
const OUTCOME = {
  number: 'Observación',
  disposition: { label: 'Sentido', show: named(DISPOSITION_NAMES) },
  agreedText: 'Texto acordado',
  answeredBy: 'Atendida en la observación',
} as const satisfies Verb['details']

const REFERRAL = {
  number: 'Observación',
  area: { label: 'Área', show: organisation },
} as const satisfies Verb['details']

/** Every verb of the audit log, `<slice>.<verb>`. A verb without an entry is shown as it was written. */
const VERBS = {
  'specifications.create': { reads: 'all', details: { title: 'Título', kind: { label: 'Clase', show: named(KINDS) } } },
  'specifications.import': {
    reads: 'all',
    details: {
      ...SPECIFICATION,
      specificationId: null,
      file: { label: 'Archivo', show: file },
      clauses: 'Numerales propuestos',
      findings: 'Avisos de la lectura',
    },
  },
  'specifications.correct': {
    reads: 'all',
    details: {
      kind: { label: 'Corrección', show: named(CORRECTIONS) },
      key: 'Bloque',
      at: 'En el carácter',
      number: 'Número',
    },
  },
  'specifications.index': { reads: 'all', details: CLAUSE_COUNTS },
  'specifications.attachArtwork': {
    reads: 'all',
    details: { element: 'Elemento', file: { label: 'Archivo', show: file }, pages: 'Páginas' },
  },
  'specifications.recordResolution': {
    reads: 'all',
    details: { number: null, body: null, day: null, subject: null, status: null },
  },
  'specifications.withdraw': { reads: 'all', details: SPECIFICATION },
  'specifications.justifyPromise': {
    reads: 'derfe',
    details: { number: 'Observación', madeIn: 'De la versión', round: 'De la ronda' },
  },
  'specifications.publish': {
    reads: 'all',
    details: {
      reflected: 'Reflejadas',
      reflected_with_changes: 'Reflejadas con cambios',
      not_found: 'No se encontraron',
    },
  },
  'specifications.supersede': { reads: 'all', details: { by: 'Por la versión' } },
  'specifications.classify': {
    reads: 'all',
    details: {
      subject: 'Se clasificó',
      class: { label: 'Clase', show: named(INFORMATION_CLASS_NAMES) },
      basis: 'Fundamento',
      from: 'Desde',
      until: 'Hasta',
    },
  },
  'specifications.readReserved': { reads: 'inside', details: { subject: 'Se leyó' } },
  'rounds.prepare': { reads: 'all', details: PLAN },
  'rounds.edit': { reads: 'all', details: PLAN },
  'rounds.open': { reads: 'all', details: { due: null, recipients: null, visibility: null } },
  'rounds.extend': { reads: 'all', details: { due: null, previous: null } },
  // Which other OPL kept silent is none of an OPL's business before the matrix is out.
  'rounds.close': {
    reads: 'all',
    details: {
      ...DUE,
      answered: 'Contestaron',
      silent: { label: 'No contestaron', show: organisations, reserved: true },
    },
  },
  'rounds.closeEarly': { reads: 'all', details: { due: { label: 'Vencía', show: instant } } },
  'rounds.judgeLate': {
    reads: 'all',
    details: { admitted: 'Se admite', numbers: { label: 'Observaciones', show: list } },
  },
  'rounds.propose': { reads: 'derfe', details: {} },
  'rounds.validate': { reads: 'all', details: { observations: null, hash: null, due: null } },
  'rounds.publish': { reads: 'all', details: { observations: null, hash: null } },
  'rounds.publishEarly': { reads: 'all', details: { observations: null, hash: null } },
  'rounds.returnProposal': { reads: 'derfe', details: {} },
  'rounds.conclude': { reads: 'all', details: { nextVersion: 'Versión siguiente' } },
  'rounds.cancel': { reads: 'all', details: { was: { label: 'Estaba', show: named(ROUND_STATUS_NAMES) } } },
  'responses.start': { reads: 'own', details: {} },
  'responses.submitForApproval': { reads: 'own', details: {} },
  'responses.returnToLiaison': { reads: 'own', details: {} },
  'responses.send': { reads: 'all', details: { observations: null, numbers: null, hash: null } },
  'responses.declareNone': { reads: 'all', details: {} },
  'responses.withdrawToCorrect': {
    reads: 'all',
    details: { was: { label: 'Estaba', show: named(RESPONSE_STATUS_NAMES) } },
  },
  'responses.readDrafts': { reads: 'all', details: {} },
  'responses.reply': {
    reads: 'all',
    details: { numbers: { label: 'Observaciones', show: list }, unreplied: 'Sin respuesta todavía', hash: null },
  },
  'responses.sendLate': { reads: 'all', details: { observations: null, hash: null } },
  'responses.takeFile': {
    reads: 'own',
    details: { file: { label: 'Archivo', show: file }, created: 'Nuevas', changed: 'Modificadas' },
  },
  'observations.save': { reads: 'own', details: OBSERVATION },
  'observations.discard': { reads: 'own', details: OBSERVATION },
  'observations.reply': {
    reads: 'all',
    details: {
      number: 'Observación',
      reply: { label: 'Respuesta', show: named(REPLY_NAMES) },
      why: { label: 'Razón', show: written, reserved: true },
    },
  },
  'observations.dispose': { reads: 'derfe', details: OUTCOME },
  'observations.undo': { reads: 'derfe', details: OUTCOME },
  'observations.refer': { reads: 'derfe', details: REFERRAL },
  'observations.recall': { reads: 'derfe', details: REFERRAL },
  'observations.answerReferral': { reads: 'derfe', details: OUTCOME },
  'evidence.readTrail': { reads: 'inside', details: {} },
  'evidence.readRecord': { reads: 'all', details: {} },
  'publication.setRule': {
    reads: 'all',
    details: {
      kind: { label: 'Se trata de', show: named(PUBLICATION_KIND_NAMES) },
      shown: 'Se muestra',
      basis: 'Fundamento',
    },
  },
  ...VERBS_OF_PEOPLE,
} as const satisfies Record<string, Verb>

/** The same by any name: what no entry knows is read by everybody who may see the record. */
const BY_NAME: ReadonlyMap<string, Verb> = new Map(Object.entries(VERBS))
const UNKNOWN: Verb = { reads: 'all', details: {} }

export const verbOf = (name: string): Verb => BY_NAME.get(name) ?? UNKNOWN

/** What DERFE prepares before the matrix is published is nobody else's (domain section 4, rule 7). */
export const DELIBERATIVE_VERBS: readonly string[] = [...BY_NAME]
  .filter(([, verb]) => verb.reads === 'derfe')
  .map(([name]) => name)

/** Who opened what few may read is for DERFE and the auditor to know, not for those whom it is kept from. */
const INSIDE_VERBS: readonly string[] = [...BY_NAME].filter(([, verb]) => verb.reads === 'inside').map(([name]) => name)

/** The verbs that an actor finds in no trail: what is DERFE's own, where they are not DERFE. */
export const verbsKeptFrom = (actor: Person): readonly string[] => (scopeOf(actor) === 'all' ? [] : INSIDE_VERBS)

/** Whether an actor may read all that an act says, as it was hashed: nothing of it is kept from their screen. */
export function readsWhole(verb: string, { own, decided }: { own: boolean; decided: boolean }): boolean {
  const { reads, details } = verbOf(verb)
  if (reads === 'own' && !own) return false
  if (reads === 'derfe' && !decided) return false
  return decided || !Object.values(details).some((detail) => typeof detail === 'object' && detail?.reserved === true)
}
