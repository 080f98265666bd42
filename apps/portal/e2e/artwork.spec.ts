import { expect, test } from '@playwright/test'
import { POINTER } from './hands.ts'
import { enter } from './people.ts'

/** In how many places of the opening somebody leaves: after each answer of the worker that reads the file. */
const MOMENTS = 16

declare global {
  var answersUntilGone: number
}

test('whoever leaves while artwork is opening sees no error', async ({ browser }) => {
  const page = await enter(browser, 'coordinator', { hands: POINTER })
  await page.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        this.addEventListener('message', () => {
          globalThis.answersUntilGone -= 1
          if (globalThis.answersUntilGone === 0) history.back()
        })
      }
    }
  })
  await page.goto('/especificaciones')
  const version = page.getByRole('link', { name: 'Versión 1', exact: true }).first()
  for (let moment = 1; moment <= MOMENTS; moment += 1) {
    await expect(version).toBeVisible()
    await page.evaluate((answers) => {
      globalThis.answersUntilGone = answers
    }, moment)
    await version.click()
    await page.waitForFunction(() => globalThis.answersUntilGone <= 0)
    await page.waitForURL('**/especificaciones')
  }
  // Once more to the end: what is opened after all these is whole.
  await version.click()
  await expect(page.getByText(/^Página 1 de \d+$/)).toBeVisible()
})
