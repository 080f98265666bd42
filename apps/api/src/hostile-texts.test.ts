import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import * as people from '../testing/people.ts'
import type { Subjects } from '../testing/expectation.ts'
import { EXPECTATIONS } from '../testing/procedures.ts'
import { createTestProduct, type TestProduct } from '../testing/product.ts'
import { aReview, aVersion, planOf } from '../testing/review.ts'
import { EVERYBODY } from '../testing/subjects.ts'
import { appRouter } from './router.ts'

const ESCAPES = `'); DROP TABLE observation; -- " \\ $1 \${7*7} {{7*7}} %s %00`
const MARKUP = '<b onload=a()>&amp;'
const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)> &amp; ]]>'
const FORMULA = `=cmd|' /C calc'!A0`
/** Letters with marks, of three planes and two directions, marks without a letter, a lone half of a character. */
const LETTERS = 'n\u0303 e\u0301\u0301\u0301 😀👩‍👩‍👧 \u202Efdp\u202C שלום \u200B\u0300 \uD800'
const CONTROLS = 'a\u0000b\u0007c\u001Bd\u007Fe\r\nf\tg\u2028h'
const TOO_LONG = 'ñ'.repeat(100_000)
const HOSTILE = [ESCAPES, SCRIPT, FORMULA, LETTERS, CONTROLS, TOO_LONG, '', ' \u00A0\n']

type Schema = {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown
  const?: unknown
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}
type Place = readonly (string | 0)[]
type Procedure = { _def: { inputs: z.ZodType[]; type: 'query' | 'mutation' } }

const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>

/** Every place of an input where somebody may put any text; ids, days and choices are told apart by the schema. */
function textsIn(schema: Schema, at: Place = []): Place[] {
  const within = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => textsIn(inner, [...at, name])),
    ...(schema.items ? textsIn(schema.items, [...at, 0]) : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((inner) => textsIn(inner, at)),
  ]
  const free = schema.type === 'string' && !schema.format && !schema.pattern && !schema.enum && !schema.const
  return free ? [...within, at] : within
}

const fields = Object.entries(procedures).flatMap(([path, { _def }]) =>
  _def.inputs
    .flatMap((input) => textsIn(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema))
    .map((place) => [`${path} ${place.join('.')}`, path, place] as const),
)
const known = [...new Map(fields.map((field) => [field[0], field])).values()]

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

/** What the procedure needs so that it could go through: records in the status in which it is asked of them. */
async function subjectsFor(path: string): Promise<{ subjects: Subjects; more: object }> {
  const slice = path.split('.')[0]
  if (slice === 'people') return await somebodyInvited()
  if (slice === 'publication') {
    const rule = (await product.as(people.ADMINISTRATOR).publication.rules()).find(
      ({ kind }) => kind === 'published_matrices',
    )
    return { subjects: NOTHING, more: { seen: rule?.recordVersion } }
  }
  if (path === 'specifications.recordResolution') {
    const review = await aReview(product)
    const { recordVersion: seen } = await product
      .as(people.COORDINATOR)
      .specifications.version({ id: review.versionId })
    return { subjects: subjectsOf(review), more: { seen, body: 'CVMRE' } }
  }
  if (slice === 'specifications' || path === 'rounds.prepare' || path === 'rounds.edit') {
    const version = await aVersion(product)
    const subjects = subjectsOf(version)
    if (path !== 'rounds.edit') return { subjects, more: { seen: 1, organisationId: 'gto' } }
    const api = product.as(people.COORDINATOR)
    const input = { key: randomUUID(), seen: 1, versionId: version.versionId, ...planOf() }
    const { recordId: roundId, recordVersion: seen } = await api.rounds.prepare(input)
    return { subjects: { ...subjects, roundId }, more: { seen } }
  }
  const review = await aReview(product, { recipients: ['cdmx', 'jal'] })
  await review.start(people.liaison('cdmx'))
  const { recordId: observationId } = await review.draft(people.liaison('cdmx'))
  const { id: responseId, recordVersion } = await review.answer(people.liaison('cdmx'))
  const seen = slice === 'responses' ? recordVersion : slice === 'rounds' ? (await review.round()).recordVersion : 1
  const { clauseIds } = review
  const subjects = { ...subjectsOf({ ...review, clauseIds }), roundId: review.roundId, responseId, observationId }
  return { subjects, more: { seen } }
}

async function somebodyInvited() {
  const invited = EXPECTATIONS['people.invite']?.input(NOTHING) as Parameters<ReturnType<typeof admin>['invite']>[0]
  const email = `${randomUUID()}@portal.example`
  const { recordId: appointmentId } = await admin().invite({ ...invited, organisationId: 'gto', email })
  const { rows } = await product.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [email])
  const to = { organisationId: 'gto', email: `${randomUUID()}@portal.example` }
  return { subjects: NOTHING, more: { seen: 1, appointmentId, personId: rows[0]?.id, ...to } }
}
const admin = () => product.as(people.ADMINISTRATOR).people

const subjectsOf = (of: { specificationId: string; versionId: string; clauseIds: string[] }): Subjects => ({
  ...of,
  clauseId: of.clauseIds[1] ?? '',
  roundId: randomUUID(),
  responseId: randomUUID(),
  observationId: randomUUID(),
  uploadId: randomUUID(),
})

const NOTHING = subjectsOf({ specificationId: randomUUID(), versionId: randomUUID(), clauseIds: [] })

/** `input` with `text` at `place`, and with a key of its own. */
function withText(input: unknown, [name, ...rest]: Place, text: string): unknown {
  if (name === undefined) return text
  const holder = name === 0 ? [] : { ...(input as object) }
  const inner = (input as Record<string, unknown> | undefined)?.[name]
  return Object.assign(holder, { [name]: withText(inner, rest, text) })
}

async function ask(path: string, input: unknown): Promise<'done' | 'refused'> {
  const { door, sees } = EXPECTATIONS[path] ?? { door: 'public', sees: () => true }
  const email = EVERYBODY.find((one) => {
    const person = product.person(one)
    return (door === 'public' || door === 'signed_in' || door.includes(person.role)) && sees(person)
  })
  const caller: unknown = product.as(email ?? people.ADMINISTRATOR)
  const call = path.split('.').reduce<unknown>((level, name) => (level as Record<string, unknown>)[name], caller)
  try {
    await (call as (input: unknown) => Promise<unknown>)(input)
    return 'done'
  } catch (error) {
    // A refusal in words, or an input that is none: never a failure of ours.
    expect([path, (error as { code?: string }).code]).not.toEqual([path, 'INTERNAL_SERVER_ERROR'])
    expect((error as Error).name).toBe('TRPCError')
    return 'refused'
  }
}

const TABLES = ['specification', 'resolution', 'review_round', 'observation', 'person', 'appointment', 'audit_event']

/** Whether a text, which has nothing that any notation would escape, is kept somewhere as it was typed. */
async function isKept(text: string): Promise<boolean> {
  const places = TABLES.map((table) => `EXISTS (SELECT FROM ${table} AS t WHERE strpos(t::text, $1) > 0)`)
  const { rows } = await product.query<{ kept: boolean }>(`SELECT ${places.join(' OR ')} AS kept`, [text])
  return rows[0]?.kept === true
}

/** Names, choices and places in a list: what is none of them is refused, and nothing of it is kept. */
const CHOICES = /[ .](organisationId|calendarKey|recipients\.0|key|cursor|email|choice\.sheet)$/
/** Asked for in a status that takes others to reach; their reasons are checked by the schema of those that are reached. */
const LATER = [
  'specifications.correct correction.number',
  'specifications.attachArtwork element',
  'rounds.closeEarly reason',
  'rounds.judgeLate reason',
  'rounds.returnProposal reason',
  'rounds.publishEarly reason',
  'responses.reply replies.0.reason',
  'specifications.justifyPromise reason',
  'responses.returnToLiaison reason',
  'responses.withdrawToCorrect reason',
  'responses.sendLate reason',
  'observations.dispose outcome.reason',
  'observations.dispose outcome.agreedText',
  'observations.disposeMany outcome.reason',
  'observations.disposeMany outcome.agreedText',
  'observations.refer instruction',
  'observations.recall reason',
  'observations.answerReferral outcome.reason',
  'observations.answerReferral outcome.agreedText',
]
/** What opens with a password, a device, a letter or a provider that answers, and is refused in words without it. */
const GUARDED = /^(account|signOn)\.|^people\.(widenSecondFactor|delegate|endDelegation) /
/** What stands there already is quoted, whatever the browser made of it; a password is only compared. */
const isNotKept = (field: string) => field === 'observations.save target.quote' || GUARDED.test(field)

describe('hostile texts in every field of every procedure', () => {
  test('there are as many as there were, and more', () => {
    expect(known.length).toBeGreaterThan(50)
  })

  test.each(known)('%s', async (field, path, place) => {
    const { subjects, more } = await subjectsFor(path)
    const input = { ...(EXPECTATIONS[path]?.input(subjects) as object), ...more }
    const again = () => ({ ...input, ...('key' in input && { key: randomUUID() }) })
    const marked = `${MARKUP}${randomUUID().slice(0, 8)}`
    const first = await ask(path, withText(again(), place, marked))
    const mayBeRefused = CHOICES.test(field) || GUARDED.test(field) || LATER.includes(field)
    if (!mayBeRefused) expect([field, first]).toEqual([field, 'done'])
    if (first === 'done' && procedures[path]?._def.type === 'mutation' && !isNotKept(field)) {
      expect([field, await isKept(marked)]).toEqual([field, true])
    }
    for (const text of HOSTILE) await ask(path, withText(again(), place, text))
  })
})
