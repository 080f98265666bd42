import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { SaveObservationInput, VersionView } from '@portal/contracts'
import type { Person } from '@portal/domain'
import type { Deps } from '../deps.ts'
import { appRouter } from '../router.ts'
import { calledBy, createCallerFactory } from '../trpc.ts'
import { keepUpload } from '../files/keep-upload.ts'
import { ILLUSTRATIVE_OBSERVATIONS, type IllustrativeObservation } from './observations.ts'

const createCaller = createCallerFactory(appRouter)

const SEVEN = ['chis', 'cdmx', 'gto', 'jal', 'mor', 'pue', 'yuc'] as const

const ARTWORKS = [
  { element: 'Sobre-PEP', file: 'sobre-pep.pdf' },
  { element: 'Sobre-Postal-Voto', file: 'sobre-postal-voto.pdf' },
  { element: 'Instructivo', file: 'instructivo.pdf' },
] as const

type PersonByEmail = (email: string) => Person

/**
 * The month as the report tells it: DERFE drafts the specifications of the PEP and sends them to the seven OPL, which
 * return their observations. Days and hours within the month, and what each OPL observed, are illustrative.
 */
export async function enterDecember2017(deps: Deps, person: PersonByEmail): Promise<void> {
  /** The API as somebody at an instant of the month; time moves on by a second with each act. */
  const at = (instant: string, email: string) => {
    let ms = Date.parse(instant)
    const clock = { ...deps.clock, now: () => new Date((ms += 1000)).toISOString() }
    const actor = person(email)
    const then: Deps = { ...deps, clock, live: { tell: () => undefined } }
    return { api: createCaller(calledBy(then, actor)), deps: then, actor }
  }

  const coordinator = 'coordinacion.derfe@demo.test'
  const versionId = await draftSpecification(at('2017-12-05T16:00:00.000Z', coordinator))
  const roundId = await openRound(at('2017-12-06T17:00:00.000Z', coordinator).api, versionId)
  const version = await at('2017-12-06T17:30:00.000Z', coordinator).api.specifications.version({ id: versionId })

  await observe(at('2017-12-11T16:20:00.000Z', 'enlace.chis@demo.test').api, roundId, version, 'chis', 'send')
  await declareNone(at('2017-12-12T18:05:00.000Z', 'enlace.gto@demo.test').api, roundId)
  await observe(at('2017-12-13T15:40:00.000Z', 'enlace.pue@demo.test').api, roundId, version, 'pue', 'send')
  await observe(at('2017-12-13T19:10:00.000Z', 'enlace.yuc@demo.test').api, roundId, version, 'yuc', 'send')
  // Jalisco uses two levels: what its liaison prepared waits for its head.
  await observe(at('2017-12-13T23:30:00.000Z', 'enlace.jal@demo.test').api, roundId, version, 'jal', 'submit')
  await observe(at('2017-12-14T15:50:00.000Z', 'enlace.cdmx@demo.test').api, roundId, version, 'cdmx', 'draft')
}

type At = { api: ReturnType<typeof createCaller>; deps: Deps; actor: Person }
type Api = At['api']

/** Uploads a file of the demonstration and gives the upload's id. */
async function upload({ deps, actor }: At, name: string): Promise<string> {
  const kept = await keepUpload(deps, actor, name, createReadStream(new URL(`assets/${name}`, import.meta.url)))
  return kept.id
}

async function draftSpecification(coordinator: At): Promise<string> {
  const { api } = coordinator
  const created = await api.specifications.create({
    key: randomUUID(),
    title: 'Especificaciones técnicas del diseño y contenido de los elementos del Paquete Electoral Postal (PEP)',
    kind: 'pep',
  })
  const imported = await api.specifications.importDocument({
    key: randomUUID(),
    seen: created.recordVersion,
    specificationId: created.recordId,
    uploadId: await upload(coordinator, 'especificaciones-pep-v1.docx'),
  })
  const versionId = imported.recordId
  let seen = imported.recordVersion
  const indexed = await api.specifications.index({ key: randomUUID(), seen, versionId })
  seen = indexed.recordVersion
  for (const { element, file } of ARTWORKS) {
    const uploadId = await upload(coordinator, file)
    const attached = await api.specifications.attachArtwork({ key: randomUUID(), seen, versionId, element, uploadId })
    seen = attached.recordVersion
  }
  return versionId
}

/** Nine days of the electoral process: from Wednesday 6 to Friday 15 December at 24:00. */
async function openRound(api: Api, versionId: string): Promise<string> {
  const version = await api.specifications.version({ id: versionId })
  const prepared = await api.rounds.prepare({
    key: randomUUID(),
    seen: version.recordVersion,
    versionId,
    recipients: [...SEVEN],
    rule: { amount: 9, kind: 'natural_days' },
    calendarKey: 'electoral_process',
    visibility: 'after_publication',
    message: 'Se remite la propuesta de especificaciones del PEP para sus observaciones (ilustrativo).',
  })
  const opened = await api.rounds.open({
    key: randomUUID(),
    seen: prepared.recordVersion,
    roundId: prepared.recordId,
  })
  return opened.recordId
}

type Ending = 'send' | 'submit' | 'draft'

async function observe(
  api: Api,
  roundId: string,
  version: VersionView,
  opl: keyof typeof ILLUSTRATIVE_OBSERVATIONS,
  ending: Ending,
): Promise<void> {
  const { id: responseId, recordVersion } = await ownResponse(api, roundId)
  await api.responses.start({ key: randomUUID(), seen: recordVersion, responseId })
  for (const observation of ILLUSTRATIVE_OBSERVATIONS[opl]) {
    await api.observations.save({
      key: randomUUID(),
      seen: null,
      id: null,
      responseId,
      target: targetOf(observation, version),
      type: observation.type,
      says: observation.says,
      shouldSay: observation.shouldSay,
      rationale: observation.rationale,
      legalBasis: observation.legalBasis,
    })
  }
  const { recordVersion: seen } = await ownResponse(api, roundId)
  if (ending === 'send') await api.responses.send({ key: randomUUID(), seen, responseId })
  if (ending === 'submit') await api.responses.submitForApproval({ key: randomUUID(), seen, responseId })
}

async function declareNone(api: Api, roundId: string): Promise<void> {
  const { id: responseId, recordVersion: seen } = await ownResponse(api, roundId)
  await api.responses.declareNone({ key: randomUUID(), seen, responseId })
}

async function ownResponse(api: Api, roundId: string) {
  const round = await api.rounds.get({ id: roundId })
  const own = round.responses.find((response) => response.id === round.ownResponseId)
  if (!own) throw new Error('The round was not sent to this OPL')
  return own
}

function targetOf(place: IllustrativeObservation, version: VersionView): SaveObservationInput['target'] {
  if ('element' in place) {
    const artwork = version.artworks.find((one) => one.element === place.element)
    if (!artwork) throw new Error(`No artwork shows ${place.element}`)
    const { page, x, y, width, height } = place
    return { kind: 'region', artworkId: artwork.id, page, x, y, width, height, clauseId: null }
  }
  const clause = version.clauses.find((one) => one.citation === place.citation)
  if (!clause) throw new Error(`No clause is cited as ${place.citation}`)
  if (place.quote === undefined) return { kind: 'clause', clauseId: clause.id }
  const start = clause.text.indexOf(place.quote)
  if (start < 0) throw new Error(`${place.citation} does not say: ${place.quote}`)
  return { kind: 'text', clauseId: clause.id, start, end: start + place.quote.length, quote: place.quote }
}
