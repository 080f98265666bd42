import { hashPassword } from 'better-auth/crypto'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { aBrowser } from '../../testing/browser.ts'
import { liaison } from '../../testing/people.ts'
import { createTestProduct } from '../../testing/product.ts'
import { startTestServer } from '../../testing/server.ts'

const PASSWORD = 'una frase larga de prueba'

test('each attempt to enter is in the log with its address and outcome, and without the account or the password', async () => {
  const product = await createTestProduct({ passwordHash: await hashPassword(PASSWORD) })
  const written: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void written.push(line) })
  const server = await startTestServer({ ...product, deps: { ...product.deps, log } })
  try {
    const browser = aBrowser(server)
    await browser.signIn(liaison('jal'), 'otra que no es')
    await browser.signIn(liaison('jal').toUpperCase(), PASSWORD)
    await browser.signIn('nadie@demo.test', PASSWORD)
    const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ entry }) => entry)
    expect(lines).toMatchObject([
      { entry: 'refused', way: 'password', address: '127.0.0.1', why: 'WRONG_PASSWORD' },
      { entry: 'granted', way: 'password', address: '127.0.0.1' },
      { entry: 'refused', way: 'password', address: '127.0.0.1', why: 'WRONG_PASSWORD' },
    ])
    const [failed, entered, unknown] = lines
    expect(entered?.['account']).toBe(failed?.['account'])
    expect(unknown?.['account']).not.toBe(failed?.['account'])
    for (const secret of [liaison('jal'), 'nadie@demo.test', PASSWORD]) expect(written.join('')).not.toContain(secret)
  } finally {
    await server.end()
    await product.end()
  }
})
