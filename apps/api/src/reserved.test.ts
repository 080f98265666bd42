import { randomUUID } from 'node:crypto'
import type { ClassifyInput } from '@portal/contracts'
import { unzipSync } from 'fflate'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import * as people from '../testing/people.ts'
import type { Subjects } from '../testing/expectation.ts'
import { EXPECTATIONS } from '../testing/procedures.ts'
import { createTestProduct, type TestProduct } from '../testing/product.ts'
import { expectRefusal } from '../testing/refusal.ts'
import { aReview } from '../testing/review.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { EVERYBODY } from '../testing/subjects.ts'
import { smallPdf } from '../testing/small-pdf.ts'
import { keepUpload } from './files/keep-upload.ts'
import { appRouter } from './router.ts'
/** Stands in a reserved clause, in the artwork that shows it, and in all that anybody says of them. */
const CANARY = `canario-${randomUUID()}`
const AUTHOR = people.liaison('jal')
const READERS = [
  people.COORDINATOR,
  people.DERFE_HEAD,
  'revision.deoe@demo.test',
  'titular.deoe@demo.test',
  people.AUDITOR,
]
const AUTHORS = [AUTHOR, people.oplHead('jal')]
const STRANGERS = EVERYBODY.filter((email) => ![...READERS, ...AUTHORS].includes(email))
const BASIS = 'Acuerdo de reserva 4/2017'

let product: TestProduct
let server: TestServer
let review: Awaited<ReturnType<typeof aReview>>
let [artworkUpload, sourceUpload] = ['', '']
let subjects: Subjects
let receipts: string[]

beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  review = await aReview(product, { recipients: ['cdmx', 'jal'] })
  const [clauseId = ''] = review.clauseIds
  await product.query('UPDATE clause SET text = $2 WHERE id = $1', [clauseId, CANARY])
  const kept = await keepUpload(product.deps, product.person(people.COORDINATOR), 'Sobre.pdf', artwork())
  artworkUpload = kept.id
  await product.query('UPDATE artwork SET upload_id = $2 WHERE id = $1', [review.artworkId, kept.id])
  const source = await keepUpload(product.deps, product.person(people.COORDINATOR), 'Fuente.docx', artwork('fuente'))
  sourceUpload = source.id
  await product.query('UPDATE specification_version SET source_id = $2 WHERE id = $1', [review.versionId, source.id])
  const texts = { says: CANARY, shouldSay: CANARY, rationale: CANARY, legalBasis: CANARY }
  await review.start(AUTHOR)
  const whole = { clauseId, start: 0, end: CANARY.length, quote: '' }
  await review.draft(AUTHOR, { ...texts, target: { kind: 'text', ...whole } })
  await review.draft(AUTHOR, { ...texts, target: region() })
  const { id: responseId } = await review.answer(AUTHOR)
  await product.as(people.oplHead('jal')).responses.send(await review.onAnswer(people.oplHead('jal')))
  const [observation] = await review.list()
  subjects = {
    specificationId: review.specificationId,
    versionId: review.versionId,
    roundId: review.roundId,
    responseId,
    observationId: observation?.id ?? '',
    clauseId,
    uploadId: artworkUpload,
  }
  await classify({ target: { kind: 'clause', id: clauseId } })
  await classify({ target: { kind: 'artwork', id: review.artworkId } })
  const { rows } = await product.query<{ code: string }>('SELECT code FROM receipt')
  receipts = rows.map(({ code }) => code)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

async function* artwork(more = '') {
  yield Buffer.from(smallPdf(`${CANARY} ${more}`))
}
const region = () =>
  ({ kind: 'region', artworkId: review.artworkId, page: 1, x: 1, y: 1, width: 9, height: 9, clauseId: null }) as const

const version = (who: string) => product.as(who).specifications.version({ id: review.versionId })

async function classify(to: Pick<z.input<typeof ClassifyInput>, 'target'> & Partial<z.input<typeof ClassifyInput>>) {
  const { recordVersion: seen } = await version(people.COORDINATOR)
  await product.as(people.COORDINATOR).specifications.classify({
    key: randomUUID(),
    seen,
    versionId: review.versionId,
    class: 'reserved',
    basis: BASIS,
    from: '2017-12-14',
    until: null,
    reason: 'Describe medidas de seguridad',
    ...to,
  })
}

/** All that somebody can get hold of, as text: procedures, files, exports. */
async function everythingFor(email: string): Promise<Map<string, string>> {
  const cookie = await server.cookieOf(email)
  const got = new Map<string, string>()
  const types = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>
  for (const [path, { input }] of Object.entries(EXPECTATIONS)) {
    if (types[path]?._def.type !== 'query') continue
    const json = JSON.stringify(input(subjects))
    const query = json === undefined ? '' : `?input=${encodeURIComponent(json)}`
    const response = await fetch(`${server.origin}/trpc/${path}${query}`, { headers: { cookie } })
    expect([path, response.status < 500]).toEqual([path, true])
    got.set(path, await response.text())
  }
  const version = JSON.stringify({ recordId: subjects.versionId })
  const paths = [
    `/trpc/evidence.trail?input=${encodeURIComponent(version)}`,
    `/files/${artworkUpload}`,
    `/files/${sourceUpload}`,
    `/exports/specifications/${subjects.specificationId}/comparison.csv`,
    ...['xlsx', 'json'].map((format) => `/exports/rounds/${subjects.roundId}/matrix.${format}`),
    `/exports/records/${subjects.roundId}/expediente.zip`,
    `/exports/records/${subjects.versionId}/expediente.zip`,
    '/exports/log.csv',
    ...receipts.map((code) => `/receipts/${code}.pdf`),
  ]
  for (const path of paths) {
    const response = await fetch(server.origin + path, { headers: { cookie } })
    got.set(path, textOf(Buffer.from(await response.arrayBuffer())))
  }
  return got
}

/** What a file says: of an archive, and of archives in it, all parts. */
function textOf(bytes: Buffer): string {
  if (!bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return bytes.toString()
  return Object.values(unzipSync(bytes))
    .map((part) => textOf(Buffer.from(part)))
    .join('\n')
}

const leaksTo = async (email: string) =>
  [...(await everythingFor(email))].filter(([, text]) => text.includes(CANARY)).map(([path]) => path)

const publish = async () => {
  await product.as(people.oplHead('cdmx')).responses.declareNone(await review.onAnswer(people.oplHead('cdmx')))
  await product.as(people.COORDINATOR).rounds.closeEarly({ ...(await review.onRound()), reason: 'Todos contestaron' })
  for (const { id, recordVersion: seen } of await review.list()) {
    const outcome = { disposition: 'partly_accepted', reason: CANARY, agreedText: CANARY, answeredBy: null } as const
    await product.as(people.COORDINATOR).observations.dispose({ key: randomUUID(), seen, id, outcome })
  }
  await product.as(people.COORDINATOR).rounds.propose(await review.onRound())
  await product.as(people.DERFE_HEAD).rounds.validate(await review.onRound())
}

describe.each(['open', 'published'] as const)('while the round is %s', (status) => {
  beforeAll(async () => {
    if (status === 'published') await publish()
    expect((await review.round()).status).toBe(status)
  })

  test.each(READERS)('%s reads what is reserved', async (email) => {
    const leaks = await leaksTo(email)
    expect(leaks).toEqual(expect.arrayContaining(['specifications.version', `/files/${artworkUpload}`]))
    if (status === 'published') {
      expect(leaks).toEqual(
        expect.arrayContaining(['observations.list', `/exports/rounds/${subjects.roundId}/matrix.xlsx`]),
      )
    }
  })

  test.each(STRANGERS)('nothing of it reaches %s, by whatever road', async (email) => {
    expect(await leaksTo(email)).toEqual([])
  })

  test('its author reads what its OPL wrote, and neither quote nor agreed text', async () => {
    const own = await product.as(AUTHOR).observations.list({ roundId: review.roundId })
    expect(own.rows.map(({ says, outcome }) => [says, outcome?.agreedText ?? ''])).toEqual([
      [CANARY, ''],
      [CANARY, ''],
    ])
    expect(own.rows[0]?.target).toMatchObject({ kind: 'text', quote: '' })
    expect((await version(AUTHOR)).clauses[0]).toMatchObject({ text: '', withheld: true })
  })
})

test('nobody is told of content', () => {
  expect(JSON.stringify(product.told)).not.toContain(CANARY)
})

test('number, basis and period stand where the content is withheld', async () => {
  const seen = await version(people.liaison('cdmx'))
  expect(seen.clauses.map(({ number, text, withheld }) => [number, text, withheld])).toEqual([
    ['1.1', '', true],
    ['2.1', 'Papel bond de 90 g', false],
    ['3.1', 'Instructivo', false],
  ])
  const classification = { class: 'reserved', basis: BASIS, from: '2017-12-14', until: null }
  expect(seen.clauses[0]).toMatchObject({ classification })
  expect(seen.artworks[0]).toMatchObject({ classification, withheld: true })
  expect(seen.sourceWithheld).toBe(true)
  const { rows } = await product.as(people.liaison('cdmx')).observations.list({ roundId: review.roundId })
  expect(rows[0]).toMatchObject({ says: `Reservado: ${BASIS}, de manera permanente`, shouldSay: '' })
})

test('an OPL observes nothing that is withheld from it: the portal would quote it', async () => {
  const { id: responseId } = await review.answer(people.liaison('cdmx'))
  await product.query(`UPDATE review_round SET status = 'open' WHERE id = $1`, [review.roundId])
  await product.query(`UPDATE round_response SET status = 'drafting' WHERE id = $1`, [responseId])
  const on = { clauseId: subjects.clauseId, start: 0, end: 3, quote: '' }
  const refused = { code: 'TARGET_WITHHELD' } as const
  await expectRefusal(review.draft(people.liaison('cdmx'), { target: { kind: 'text', ...on } }), refused)
  await expectRefusal(review.draft(people.liaison('cdmx'), { target: region() }), refused)
})

describe('readings', () => {
  const readings = async (email: string) => {
    const { rows } = await product.as(people.AUDITOR).evidence.log({
      personId: product.person(email).personId,
      recordId: review.versionId,
      verb: 'specifications.readReserved',
    })
    return rows
  }

  test('who opened it, when and what is on record, once an hour', async () => {
    const reviewer = 'revision.deoe@demo.test'
    await version(reviewer)
    const before = await readings(reviewer)
    await version(reviewer)
    expect(await readings(reviewer)).toHaveLength(before.length)
    product.clock.advance({ hours: 1 })
    await version(reviewer)
    const after = await readings(reviewer)
    expect(after).toHaveLength(before.length + 1)
    expect(after[0]).toMatchObject({
      at: product.clock.now(),
      organisation: 'DEOE',
      details: [{ label: 'Se leyó', value: '1.1, Sobre-Postal-Voto' }],
    })
  })

  test('whoever is shown none of it leaves none', async () => {
    await version(people.OBSERVER)
    expect(await readings(people.OBSERVER)).toEqual([])
  })

  test('the trail of the round leaves its own trace, which only DERFE and the auditor see', async () => {
    const { roundId: recordId } = review
    const read = async (who: string) => (await product.as(who).evidence.trail({ recordId, limit: 200 })).rows
    const traces = async (who: string) =>
      (await read(people.AUDITOR)).filter(
        ({ verb, person }) => verb === 'evidence.readTrail' && person?.id === product.person(who).personId,
      ).length
    const before = await traces(people.COORDINATOR)
    product.clock.advance({ hours: 1 })
    for (const who of [people.COORDINATOR, people.COORDINATOR, AUTHOR, people.OBSERVER]) await read(who)
    expect(await traces(people.COORDINATOR)).toBe(before + 1)
    expect([await traces(AUTHOR), await traces(people.OBSERVER)]).toEqual([0, 0])
    expect((await read(AUTHOR)).map(({ verb }) => verb)).not.toContain('evidence.readTrail')
  })

  test('the auditor’s look at what an OPL has not sent is on that answer’s record', async () => {
    await product.query(`UPDATE observation SET status = 'draft' WHERE id = $1`, [subjects.observationId])
    await product.as(people.AUDITOR).observations.get({ id: subjects.observationId })
    const { rows } = await product.as(AUTHOR).evidence.trail({ recordId: subjects.responseId })
    expect(rows[0]).toMatchObject({ verb: 'responses.readDrafts', role: 'auditor' })
    await product.query(`UPDATE observation SET status = 'resolved' WHERE id = $1`, [subjects.observationId])
  })

  test('there is no reading without its trace', async () => {
    product.clock.advance({ hours: 1 })
    const owner = new pg.Client({ connectionString: product.ownerUrl })
    await owner.connect()
    const refused = `CHECK (verb <> 'specifications.readReserved') NOT VALID`
    await owner.query(`ALTER TABLE audit_event ADD CONSTRAINT no_more ${refused}`)
    await expect(version('titular.deoe@demo.test')).rejects.toThrow('no_more')
    await owner.query('ALTER TABLE audit_event DROP CONSTRAINT no_more')
    await owner.end()
    await expect(version('titular.deoe@demo.test')).resolves.toMatchObject({ id: review.versionId })
  })
})

test('what is over is read by everybody, by itself', async () => {
  for (const target of [
    { kind: 'clause', id: subjects.clauseId },
    { kind: 'artwork', id: review.artworkId },
  ] as const) {
    await classify({ target, until: '2017-12-20' })
  }
  const until = async (instant: string) => {
    product.clock.set(instant)
    const { clauses } = await version(people.liaison('cdmx'))
    const cookie = await server.cookieOf(people.liaison('cdmx'))
    const file = await fetch(`${server.origin}/files/${artworkUpload}`, { headers: { cookie } })
    return [clauses[0]?.text, file.status]
  }
  expect(await until('2017-12-21T05:59:00.000Z')).toEqual(['', 404])
  expect(await until('2017-12-21T06:00:00.000Z')).toEqual([CANARY, 200])
})
