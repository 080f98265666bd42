import { canSeeVersion, type RoundStatus } from '@portal/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { perScope, scopeOf, visibleVersion } from './visible.ts'

let product: TestProduct
beforeAll(async () => {
  product = await createTestProduct()
})
afterAll(() => product.end())

type Sent = { status: RoundStatus; opened: boolean; recipientIds: string[] }

/** Versions by the rounds on them: none, in preparation, cancelled before and after it was opened, open, several. */
const VERSIONS: Sent[][] = [
  [],
  [{ status: 'preparing', opened: false, recipientIds: ['chis'] }],
  [{ status: 'cancelled', opened: false, recipientIds: ['chis'] }],
  [{ status: 'cancelled', opened: true, recipientIds: ['chis'] }],
  [{ status: 'open', opened: true, recipientIds: ['chis', 'jal'] }],
  [{ status: 'published', opened: true, recipientIds: ['jal'] }],
  [
    { status: 'concluded', opened: true, recipientIds: ['jal'] },
    { status: 'preparing', opened: false, recipientIds: ['chis'] },
  ],
]

const ACTORS = [
  people.COORDINATOR,
  people.DERFE_HEAD,
  people.AUDITOR,
  people.OBSERVER,
  people.ADMINISTRATOR,
  people.liaison('chis'),
  people.oplHead('jal'),
  people.liaison('yuc'),
]

const SEEN = perScope(
  'test_seen_versions',
  (scope) => `SELECT number FROM specification_version AS v WHERE ${visibleVersion(scope, 'v')} ORDER BY number`,
)

test('the query sees what the policy says, for every role and every kind of round', async () => {
  await arrange()
  for (const address of ACTORS) {
    const actor = product.person(address)
    const rows = await readerOn(product.deps.pool, sightOf(actor)).rows<{ number: number }>(SEEN[scopeOf(actor)], [
      actor.organisationId,
    ])
    const expected = VERSIONS.flatMap((rounds, number) => {
      const seen = { rounds: rounds.map((round) => ({ ...round, visibility: 'after_publication' as const })) }
      return canSeeVersion(actor, seen) ? [number] : []
    })
    expect(
      rows.map(({ number }) => number),
      address,
    ).toEqual(expected)
  }
})

async function arrange() {
  const { pool, clock } = product.deps
  const at = clock.now()
  const one = async (text: string, values: unknown[]) => (await pool.query<{ id: string }>(text, values)).rows[0]?.id
  const sha256 = '0'.repeat(64)
  await pool.query(`INSERT INTO stored_file VALUES ($1, 1, 'docx', $2)`, [sha256, at])
  const specification = await one(
    `INSERT INTO specification (title, kind, created_by, created_at) VALUES ('PEP', 'pep', 'x', $1) RETURNING id`,
    [at],
  )
  const upload = await one(
    `INSERT INTO upload (sha256, name, uploaded_by, organisation_id, uploaded_at)
     VALUES ($1, 'a.docx', 'x', 'derfe', $2) RETURNING id`,
    [sha256, at],
  )
  for (const [number, rounds] of VERSIONS.entries()) {
    const version = await one(
      `INSERT INTO specification_version
         (specification_id, number, status, title, source_id, findings, status_since, created_by, created_at)
       VALUES ($1, $2, 'draft', 'PEP', $3, '[]', $4, 'x', $4) RETURNING id`,
      [specification, number, upload, at],
    )
    for (const [index, round] of rounds.entries()) {
      const id = await one(
        `INSERT INTO review_round (version_id, number, status, status_since, visibility, rule_amount, rule_kind,
           calendar_key, opened_at, created_by, created_at)
         VALUES ($1, $2, $3, $4, 'after_publication', 10, 'natural_days', 'x', $5, 'x', $4) RETURNING id`,
        [version, index, round.status, at, round.opened ? at : null],
      )
      for (const organisation of round.recipientIds) {
        await product.query(
          `INSERT INTO round_response (round_id, organisation_id, status, status_since) VALUES ($1, $2, 'unopened', $3)`,
          [id, organisation, at],
        )
      }
    }
  }
}
