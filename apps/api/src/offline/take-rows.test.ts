import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ColumnChoice, OfflinePreview, OfflineRowView } from '@portal/contracts'
import { writeOfflineWorkbook, type OfflineData, type OfflineRow } from '@portal/documents'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { expectRefusal } from '../../testing/refusal.ts'
import { aReview } from '../../testing/review.ts'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { keptWorkbook } from './kept-workbook.ts'
import { ownAnswer } from './own-answer.ts'
import { ownObservations } from './own-observations.ts'
import { roundWorkbook } from './round-workbook.ts'
import { sentVersion } from './sent-version.ts'

const CHIAPAS = people.liaison('chis')
const JALISCO = people.liaison('jal')

let product: TestProduct
let review: Awaited<ReturnType<typeof aReview>>
beforeEach(async () => {
  product ??= await createTestProduct()
  review = await aReview(product, { recipients: ['chis', 'jal'] })
  await review.start(CHIAPAS)
})
afterAll(() => product.end())

/** The workbook of a bundle, before anybody wrote in it. */
async function downloaded(who = CHIAPAS): Promise<OfflineData> {
  const actor = product.person(who)
  const answer = await ownAnswer(product.deps, actor, review.roundId)
  const version = await sentVersion(product.deps, actor, answer.versionId)
  const reader = readerOn(product.deps.pool, sightOf(actor))
  const observations = await ownObservations(reader, answer.id, actor, product.clock.now())
  return roundWorkbook(answer, version, observations, { writable: true, madeAt: product.clock.now() })
}

/** The same with its first free lines filled. */
function filled(data: OfflineData, ...lines: Partial<OfflineRow>[]): OfflineData {
  const written = lines.map((line, index): OfflineRow => {
    const empty = { observationId: '', recordVersion: 0, number: '', status: '', movable: true, editable: true }
    const texts = { place: '1.1', type: 'Fondo', says: 'ancho', shouldSay: 'anchura', rationale: '', legalBasis: '' }
    return { ...empty, ...texts, rowId: data.freeRows[index] ?? randomUUID(), ...line }
  })
  return { ...data, rows: [...data.rows, ...written], freeRows: data.freeRows.slice(lines.length) }
}

async function uploaded(data: OfflineData, who = CHIAPAS): Promise<string> {
  const bytes = await writeOfflineWorkbook(data)
  return (await keptWorkbook(product.deps, product.person(who), 'observaciones.xlsx', Readable.from([bytes]))).id
}

const preview = (uploadId: string, choice: ColumnChoice | null = null, who = CHIAPAS): Promise<OfflinePreview> =>
  product.as(who).offline.preview({ roundId: review.roundId, uploadId, choice })

async function rowsOf(uploadId: string, choice: ColumnChoice | null = null): Promise<OfflineRowView[]> {
  const seen = await preview(uploadId, choice)
  if (seen.kind !== 'rows') throw new Error('the columns are not known')
  return seen.rows
}
const statuses = async (uploadId: string) => (await rowsOf(uploadId)).map(({ status }) => status)

const take = (
  uploadId: string,
  rows: readonly Pick<OfflineRowView, 'line' | 'seen'>[],
  choice: ColumnChoice | null = null,
) =>
  product.as(CHIAPAS).offline.take({
    key: randomUUID(),
    roundId: review.roundId,
    uploadId,
    choice,
    rows: rows.map(({ line, seen }) => ({ line, seen })),
  })
const takeAll = async (uploadId: string) => take(uploadId, await rowsOf(uploadId))
const says = async () => (await review.list(CHIAPAS)).map(({ shouldSay }) => shouldSay)

describe('what is written away from the network', () => {
  test('is shown first, and becomes drafts on their clauses once the person confirms', async () => {
    const uploadId = await uploaded(filled(await downloaded(), {}, { place: '2.1', type: 'Ortografía', says: '=1+1' }))
    const rows = await rowsOf(uploadId)
    expect(rows.map(({ status, texts, before }) => [status, texts.place, texts.type, texts.says, before])).toEqual([
      ['new', '1.1', 'substance', 'ancho', null],
      ['new', '2.1', 'spelling', '=1+1', null],
    ])
    expect(await says()).toEqual([])

    await take(uploadId, rows)
    const drafts = await review.list(CHIAPAS)
    expect(drafts.map(({ citation, type, says: text, status }) => [citation, type, text, status])).toEqual([
      ['1.1', 'substance', 'ancho', 'draft'],
      ['2.1', 'spelling', '=1+1', 'draft'],
    ])
  })

  test('is taken once: the same file again has nothing new, and nothing is written twice', async () => {
    const uploadId = await uploaded(filled(await downloaded(), {}, { place: '2.1' }))
    const rows = await rowsOf(uploadId)
    await take(uploadId, rows)
    expect(await statuses(uploadId)).toEqual(['unchanged', 'unchanged'])
    await expectRefusal(take(uploadId, rows), { code: 'CHANGED_MEANWHILE' })
    expect(await says()).toEqual(['anchura', 'anchura'])
  })

  test('two who confirm the same file at once write it once', async () => {
    const uploadId = await uploaded(filled(await downloaded(), {}))
    const rows = await rowsOf(uploadId)
    const answers = await Promise.allSettled([take(uploadId, rows), take(uploadId, rows)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await says()).toEqual(['anchura'])
  })

  test('may be written on in the file and taken again, as a change that is shown', async () => {
    const data = filled(await downloaded(), {})
    await takeAll(await uploaded(data))
    const [row] = data.rows
    const again = await uploaded({ ...data, rows: [{ ...(row as OfflineRow), shouldSay: 'anchura exterior' }] })
    expect(await rowsOf(again)).toMatchObject([
      { status: 'changed', texts: { shouldSay: 'anchura exterior' }, before: { shouldSay: 'anchura' } },
    ])
    await takeAll(again)
    expect(await says()).toEqual(['anchura exterior'])
    expect(await statuses(again)).toEqual(['unchanged'])
  })

  test('of a draft that somebody changed in the portal meanwhile it is a conflict, with both texts', async () => {
    await review.draft(CHIAPAS)
    const data = await downloaded()
    const [row] = data.rows
    const [draft] = await review.list(CHIAPAS)
    await product.as(CHIAPAS).observations.save({
      ...(draft as NonNullable<typeof draft>),
      key: randomUUID(),
      seen: draft?.recordVersion ?? 0,
      shouldSay: 'en el portal',
    })
    const uploadId = await uploaded({ ...data, rows: [{ ...(row as OfflineRow), shouldSay: 'en el archivo' }] })
    expect(await rowsOf(uploadId)).toMatchObject([
      { status: 'conflict', seen: 2, texts: { shouldSay: 'en el archivo' }, before: { shouldSay: 'en el portal' } },
    ])
    // What the person did not see is not written over, also when they confirmed something else.
    await expectRefusal(take(uploadId, [{ line: 5, seen: 1 }]), { code: 'CHANGED_MEANWHILE' })
    await take(uploadId, [{ line: 5, seen: 2 }])
    expect(await says()).toEqual(['en el archivo'])
  })

  test('keeps the place of what observes a stretch of text, and moves what observes a clause', async () => {
    const [clauseId = '', second = ''] = review.clauseIds
    await review.draft(CHIAPAS, { target: { kind: 'text', clauseId, start: 0, end: 9, quote: '' } })
    await review.draft(CHIAPAS, { target: { kind: 'clause', clauseId } })
    const data = await downloaded()
    const moved = data.rows.map((row) => ({ ...row, place: '2.1', says: 'otro' }))
    expect(await rowsOf(await uploaded({ ...data, rows: moved }))).toMatchObject([
      { status: 'refused', problems: [{ code: 'PLACE_FIXED', cell: 'C5' }] },
      { status: 'changed' },
    ])
    const uploadId = await uploaded({
      ...data,
      rows: data.rows.map((row, index) => ({ ...row, place: index === 1 ? '2.1' : row.place, says: 'otro' })),
    })
    await takeAll(uploadId)
    expect((await review.list(CHIAPAS)).map(({ target }) => target)).toMatchObject([
      { kind: 'text', start: 0, end: 9, quote: 'Sobre-PEP' },
      { kind: 'clause', clauseId: second },
    ])
  })
})

describe('a row that is not taken says why, and the others are', () => {
  test('lists that somebody got around, what is too long, empty or repeated', async () => {
    const data = await downloaded()
    const [first = ''] = data.freeRows
    const [clauseId] = review.clauseIds
    await product.query(`UPDATE clause SET access_class = 'reserved' WHERE id = $1`, [clauseId])
    const uploadId = await uploaded(
      filled(
        data,
        { place: '9.9' },
        { place: '' },
        { place: '2.1', type: 'Estilo' },
        { place: '2.1', type: '' },
        { place: '2.1', legalBasis: 'x'.repeat(2001) },
        { place: '2.1', says: '', shouldSay: '' },
        { place: '2.1', rowId: first },
        { place: '1.1' },
        { place: '2.1', observationId: randomUUID() },
        { place: '2.1' },
      ),
    )
    const rows = await rowsOf(uploadId)
    expect(rows.map(({ problems }) => problems.map(({ code, cell }) => `${cell} ${code}`).join())).toEqual([
      'C5 CLAUSE_UNKNOWN',
      'C6 CLAUSE_MISSING',
      'D7 TYPE_UNKNOWN',
      'D8 TYPE_MISSING',
      'H9 TOO_LONG',
      ' NOTHING_WRITTEN',
      ' REPEATED',
      'C12 CLAUSE_WITHHELD',
      ' OBSERVATION_UNKNOWN',
      '',
    ])
    await expectRefusal(take(uploadId, rows.slice(0, 1)), { code: 'CHANGED_MEANWHILE' })
    await take(uploadId, rows.slice(-1))
    expect(await says()).toEqual(['anchura'])
  })

  test('what was sent or given up is left as it is', async () => {
    await review.draft(CHIAPAS)
    await review.draft(CHIAPAS, { says: 'otra' })
    const data = await downloaded()
    const [, second] = await review.list(CHIAPAS)
    await product.as(CHIAPAS).observations.discard({ key: randomUUID(), id: second?.id ?? '', seen: 1 })
    await review.send(CHIAPAS)
    await product.as(CHIAPAS).responses.withdrawToCorrect({ ...(await review.onAnswer(CHIAPAS)), reason: 'Falta' })
    await product.query(`UPDATE observation SET status = 'received' WHERE number IS NOT NULL`)
    const uploadId = await uploaded({ ...data, rows: data.rows.map((row) => ({ ...row, says: 'cambiada' })) })
    expect((await rowsOf(uploadId)).map(({ problems }) => problems[0]?.code)).toEqual(['ALREADY_SENT', 'DISCARDED'])
  })
})

describe('a file as a whole', () => {
  test('of another round, or of another institution, is refused', async () => {
    const data = await downloaded()
    const { stamp } = data
    const other = async (change: Partial<typeof stamp>) =>
      preview(await uploaded({ ...data, stamp: { ...stamp, ...change } }))
    await expectRefusal(other({ roundId: randomUUID() }), { code: 'OFFLINE_OTHER_ROUND' })
    await expectRefusal(other({ versionId: randomUUID() }), { code: 'OFFLINE_OTHER_ROUND' })
    await expectRefusal(other({ responseId: randomUUID() }), { code: 'OFFLINE_OTHER_INSTITUTION' })
  })

  test('is read by its own institution only', async () => {
    const uploadId = await uploaded(filled(await downloaded(), {}))
    await expectRefusal(preview(uploadId, null, JALISCO), { code: 'NOT_FOUND' })
  })

  test('is not taken once the answer was sent, and is kept all the same', async () => {
    const uploadId = await uploaded(filled(await downloaded(), {}))
    const rows = await rowsOf(uploadId)
    await product.as(CHIAPAS).responses.declareNone(await review.onAnswer(CHIAPAS))
    await expectRefusal(take(uploadId, rows), { code: 'WRONG_RESPONSE_STATUS' })
    const { rows: kept } = await product.query('SELECT name FROM upload WHERE id = $1', [uploadId])
    expect(kept).toEqual([{ name: 'observaciones.xlsx' }])
  })

  test('what was taken of it is on record, with the hash of the file', async () => {
    await takeAll(await uploaded(filled(await downloaded(), {}, {})))
    const { rows } = await product.as(CHIAPAS).evidence.trail({ recordId: review.roundId })
    const taken = rows.find(({ verb }) => verb === 'responses.takeFile')
    expect(taken?.details.map(({ label, value }) => `${label}: ${value}`).join('\n')).toMatch(
      /^Modificadas: 0\nNuevas: 2\nArchivo: observaciones\.xlsx \(SHA-256 [0-9a-f]{64}\)$/,
    )
  })
})
