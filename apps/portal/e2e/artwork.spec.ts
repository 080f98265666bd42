import { expect, test } from '@playwright/test'
import { POINTER } from './hands.ts'
import { enter } from './people.ts'

/** In how many places of the opening somebody leaves: after each answer of the worker that reads the file. */
const MOMENTS = 6

declare global {
  /** After how many answers of the next worker somebody leaves; 0 once they have. */
  var leaveAfter: number
}

test('whoever leaves while artwork is opening sees no error', async ({ browser }) => {
  const page = await enter(browser, 'coordinator', { hands: POINTER })
  await page.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        // Of this worker alone: one that was left may still answer.
        let answersLeft = globalThis.leaveAfter
        this.addEventListener('message', () => {
          answersLeft -= 1
          if (answersLeft !== 0) return
          globalThis.leaveAfter = 0
          history.back()
        })
      }
    }
  })
  await page.goto('/especificaciones')
  const version = page.getByRole('link', { name: 'Versión 1', exact: true }).first()
  for (let moment = 1; moment <= MOMENTS; moment += 1) {
    await expect(version).toBeVisible()
    await page.evaluate((answers) => {
      globalThis.leaveAfter = answers
    }, moment)
    await version.click()
    await page.waitForFunction(() => globalThis.leaveAfter === 0)
    await page.waitForURL('**/especificaciones')
  }
  // Once more to the end: what is opened after all these is whole.
  await version.click()
  await expect(page.getByText(/^Página 1 de \d+$/)).toBeVisible()
})
