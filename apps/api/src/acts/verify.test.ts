import { randomUUID } from 'node:crypto'
import pg from 'pg'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { COORDINATOR, liaison } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { act } from './act.ts'
import { sealHeads } from './seal.ts'
import { verifyAll } from './verify.ts'

const TABLES = [
  'audit_event',
  'audit_chain',
  'seal_key',
  'audit_seal',
  'audit_stamp',
  'audit_seal_head',
  'receipt',
  'issued_file',
  'folio_counter',
]
const RECORDS = Array.from({ length: 3 }, () => randomUUID())

let product: TestProduct
/** Who owns the tables and has switched their guards off: the application can't do what follows. */
let owner: pg.Client

beforeAll(async () => {
  product = await createTestProduct()
  owner = new pg.Client({ connectionString: product.ownerUrl })
  await owner.connect()
  for (let n = 1; n <= 4; n += 1) for (const record of RECORDS) await happen(record, n)
  await sealHeads(product.deps)
  await happen(RECORDS[0] ?? '', 5)
  await sealHeads(product.deps)
  for (const table of TABLES) {
    await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await owner.query(`CREATE TABLE original_${table} AS TABLE ${table}`)
  }
})
afterEach(restore)
afterAll(async () => {
  await owner.end()
  await product.end()
})

/** An act on a record; every second is formal, of Chiapas and DERFE in turn. */
async function happen(recordId: string, n: number, after: () => void = () => undefined) {
  const actor = product.person(n % 4 === 0 ? liaison('chis') : COORDINATOR)
  return await act(product.deps, actor, 'responses.send', { key: randomUUID() }, async (act) => {
    const receipt = await act.record({
      recordKind: 'response',
      recordId,
      verb: 'responses.send',
      reason: 'Así se acordó',
      details: { n },
      ...(n % 2 === 0 && {
        certified: {
          organisationId: actor.organisationId,
          act: 'Envío de observaciones',
          subject: 'Sobre-PEP — versión 1',
          lines: [{ label: 'Observaciones', value: 'ñandú' }],
          files: [],
          illustrative: true,
        },
      }),
      roundId: null,
      versionId: null,
      audience: null,
    })
    after()
    return { recordId, recordVersion: n, ...receipt }
  })
}

async function restore() {
  await owner.query(`TRUNCATE ${TABLES.join(', ')}`)
  for (const table of TABLES) {
    await owner.query(`INSERT INTO ${table} TABLE original_${table}`)
  }
}

const verify = () => verifyAll(product.deps.pool)

describe('evidence as it was written', () => {
  test('verifies, and is counted', async () => {
    expect(await verify()).toEqual({
      events: 13,
      chains: 3,
      receipts: 6,
      seals: 2,
      stamps: [],
      broken: null,
      keys: [{ id: product.deps.sealKey.id, since: '2017-12-14T16:30:00.000Z', vouched: false }],
    })
  })

  test('is out of reach of the application', async () => {
    for (const table of ['audit_event', 'audit_seal', 'audit_stamp', 'audit_seal_head', 'receipt']) {
      await expect(product.deps.pool.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: '42501' })
    }
    const change = product.deps.pool.query('UPDATE audit_event SET verb = verb')
    await expect(change).rejects.toThrow('permission denied for table audit_event')
  })

  test('is sealed once: a seal over nothing new is not made', async () => {
    expect(await sealHeads(product.deps)).toBe(0)
  })
})

const TEXTS = ['record_kind', 'verb', 'folio', 'body', 'person_id'] as const
const COLUMNS = [...TEXTS, 'hash', 'seq', 'at', 'record_id'] as const

/** SQL that changes one byte of a column, at a place given as a fraction of its length. */
function changedColumn(column: (typeof COLUMNS)[number], place: number): string {
  switch (column) {
    case 'hash':
      return `set_bit(hash, ${Math.floor(place * 256)}, 1 - get_bit(hash, ${Math.floor(place * 256)}))`
    case 'seq':
      return 'seq + 100'
    case 'at':
      return `at + interval '1 millisecond'`
    case 'record_id':
      return `overlay(record_id::text PLACING CASE WHEN right(record_id::text, 1) = 'f' THEN '0' ELSE 'f' END FROM 36)::uuid`
    default: {
      const at = `(1 + floor(${place} * length(${column})))::int`
      const other = `CASE WHEN substr(${column}, ${at}, 1) = 'x' THEN 'y' ELSE 'x' END`
      return `coalesce(overlay(${column} PLACING ${other} FROM ${at} FOR 1), 'x')`
    }
  }
}

test('a byte changed in any column of any event is found, and its event named', async () => {
  const { rows } = await owner.query<{ record_id: string; seq: number }>('SELECT record_id, seq FROM audit_event')
  const event = fc.constantFrom(...rows)
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  await fc.assert(
    fc.asyncProperty(event, fc.constantFrom(...COLUMNS), place, async ({ record_id, seq }, column, at) => {
      const { rowCount } = await owner.query(
        `UPDATE audit_event SET ${column} = ${changedColumn(column, at)} WHERE record_id = $1 AND seq = $2`,
        [record_id, seq],
      )
      expect(rowCount).toBe(1)
      const { broken } = await verify()
      await restore()
      expect(broken?.recordId?.slice(0, 35), column).toBe(record_id.slice(0, 35))
      // Moved to another place, it leaves a gap: then its neighbour may be the first that does not fit.
      const named = column === 'seq' || column === 'record_id' ? expect.any(Number) : seq
      expect(broken?.seq, broken?.reason).toEqual(named)
    }),
    { numRuns: 60, examples: COLUMNS.map((column) => [rows[0] ?? { record_id: '', seq: 0 }, column, 0.5]) },
  )
}, 60_000)

describe('whoever switches the guards off', () => {
  const [record = ''] = RECORDS

  test('and cuts the tail of a chain with its head is found by the seal', async () => {
    await owner.query('DELETE FROM audit_event WHERE record_id = $1 AND seq = 5', [record])
    expect((await verify()).broken).toMatchObject({ recordId: record, seq: 4, reason: expect.stringMatching('cabeza') })
    await owner.query(
      `UPDATE audit_chain SET seq = 4, hash = (SELECT hash FROM audit_event WHERE record_id = $1 AND seq = 4)
       WHERE record_id = $1`,
      [record],
    )
    expect((await verify()).broken).toMatchObject({
      recordId: record,
      seq: 5,
      reason: expect.stringMatching('ya no existe.*sello 2'),
    })
  })

  test('and removes a whole record is found by the first seal that has it', async () => {
    await owner.query('DELETE FROM audit_event WHERE record_id = $1', [record])
    expect((await verify()).broken).toMatchObject({ recordId: record, reason: 'faltan todos los actos de la cadena' })
    await owner.query('DELETE FROM audit_chain WHERE record_id = $1', [record])
    expect((await verify()).broken?.reason).toMatch('no tiene acto')
    await owner.query('DELETE FROM receipt WHERE record_id = $1', [record])
    expect((await verify()).broken?.reason).toMatch('tiene 2 folios, llega al 3')
  })

  test('and writes a chain anew with right hashes is found by the seal', async () => {
    await owner.query('DELETE FROM audit_event WHERE record_id = $1 AND seq = 5', [record])
    await owner.query(
      `UPDATE audit_chain SET seq = 4, hash = (SELECT hash FROM audit_event WHERE record_id = $1 AND seq = 4)
       WHERE record_id = $1`,
      [record],
    )
    await happen(record, 7)
    expect((await verify()).broken).toMatchObject({
      recordId: record,
      seq: 5,
      reason: expect.stringMatching('es otro.*sello 2'),
    })
  })

  test('and rewrites, removes or moves a receipt is found', async () => {
    const receipt = 'WHERE record_id = $1 AND seq = 2'
    for (const [statement, reason] of [
      [`UPDATE receipt SET body = replace(body, 'ñandú', 'nandú') ${receipt}`, /hash del acuse/],
      [`UPDATE receipt SET organisation_id = 'chis' ${receipt}`, /organisation_id del acuse/],
      [`UPDATE receipt SET at = at + interval '1 hour' ${receipt}`, /at del acuse/],
      [`DELETE FROM receipt ${receipt}`, /falta el acuse ACU\/DERFE\/2017\/000/],
    ] as const) {
      await owner.query(statement, [record])
      expect((await verify()).broken, statement).toMatchObject({
        recordId: record,
        seq: 2,
        reason: expect.stringMatching(reason),
      })
      await restore()
    }
  })

  test('and touches a folio counter or a seal is found', async () => {
    for (const [statement, reason] of [
      [`UPDATE folio_counter SET last = last + 1 WHERE organisation_id = 'chis'`, /ACU\/CHIS\/2017.*contador dice 4/],
      [`UPDATE audit_seal SET at = at + interval '1 second' WHERE id = 1`, /el sello 1 fue alterado/],
      [`DELETE FROM audit_seal_head WHERE seal_id = 1 AND record_id = '${record}'`, /el sello 1 fue alterado/],
      [
        `WITH gone AS (DELETE FROM audit_seal_head WHERE seal_id = 1) DELETE FROM audit_seal WHERE id = 1`,
        /sello 2 fue/,
      ],
    ] as const) {
      await owner.query('ALTER TABLE audit_seal_head DROP CONSTRAINT IF EXISTS audit_seal_head_seal_id_fkey')
      await owner.query(statement)
      expect((await verify()).broken, statement).toMatchObject({
        recordId: null,
        reason: expect.stringMatching(reason),
      })
      await restore()
    }
  })
})

test('acts at once on the same and on other records leave chains and folios without gaps', async () => {
  const records = [...RECORDS, ...Array.from({ length: 5 }, () => randomUUID())]
  const failing = () => {
    throw new Error('something went wrong after the folio was given')
  }
  const acts = Array.from({ length: 80 }, (_, n) =>
    happen(records[n % records.length] ?? '', n, n % 8 === 2 ? failing : undefined),
  )
  const outcomes = await Promise.allSettled(acts)
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10)
  const { broken, events, receipts } = await verify()
  expect({ broken, events, receipts }).toEqual({ broken: null, events: 13 + 70, receipts: 6 + 30 })
  const { rows } = await owner.query(
    `SELECT organisation_id AS who, count(*)::int AS folios, max(right(folio, 4)::int) AS last FROM receipt GROUP BY 1 ORDER BY 1`,
  )
  expect(rows).toEqual(rows.map((row) => ({ ...row, last: row.folios })))
  await sealHeads(product.deps)
  expect(await verify()).toMatchObject({ seals: 3, broken: null })
})
