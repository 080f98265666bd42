import { afterAll, beforeAll, expect, test } from 'vitest'
import * as people from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { aReview } from '../../testing/review.ts'

let product: TestProduct
let review: Awaited<ReturnType<typeof aReview>>
let clauseId: string
beforeAll(async () => {
  product = await createTestProduct()
  review = await aReview(product, { recipients: ['jal', 'chis'], visibility: 'after_close' })
  clauseId = review.clauseIds[0] ?? ''
  const head = people.oplHead('jal')
  await review.start(head)
  const box = { page: 1, x: 1, y: 1, width: 9, height: 9 }
  await review.draft(head, { target: { kind: 'region', artworkId: review.artworkId, clauseId, ...box } })
  await review.send(head)
  const none = people.oplHead('chis')
  await product.as(none).responses.declareNone(await review.onAnswer(none))
  await product.as(people.COORDINATOR).rounds.closeEarly({ ...(await review.onRound()), reason: 'Contestaron' })
})
afterAll(() => product.end())

/** What another OPL reads in the place of what was said, its class or, where it is public, the text itself. */
async function saidWhere(clause: string, artwork: string, until: string | null) {
  await product.query('UPDATE clause SET access_class = $1, access_until = $2 WHERE id = $3', [clause, until, clauseId])
  await product.query('UPDATE artwork SET access_class = $1 WHERE id = $2', [artwork, review.artworkId])
  return (await review.list(people.liaison('chis')))[0]?.says.split(':', 1)[0]
}

test.each([
  ['reserved', 'confidential', null, 'Confidencial'],
  ['confidential', 'reserved', null, 'Confidencial'],
  ['confidential', 'reserved', '2017-12-13', 'Reservado'],
  ['confidential', 'reserved', '2017-12-14', 'Confidencial'],
  ['public', 'reserved', null, 'Reservado'],
  ['public', 'public', null, 'de ancho'],
])('a region of a %s clause (until %3$s) and a %s artwork', async (clause, artwork, until, said) => {
  expect(await saidWhere(clause, artwork, until)).toBe(said)
})
