import { join } from 'node:path'
import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { faults } from './faults.ts'
import type { Hands } from './hands.ts'

/** As the sign-in screen names the accounts of the demonstration. */
const PEOPLE = {
  coordinator: 'Marisol Quintero Ávila',
  head: 'Rodrigo Salvatierra Peña',
  chiapas: 'Nayeli Gordillo Ruiz',
  jalisco: 'Itzel Navarro Preciado',
  jaliscoHead: 'Gerardo Ibarra Campos',
  auditor: 'Esteban Coria Valdés',
  administrator: 'Lucía Barrientos Haro',
  observer: 'Adriana Puga Serrano',
} as const

const SHOTS = process.env['PORTAL_E2E_SHOTS'] ?? join(import.meta.dirname, '..', '..', '..', '.cache', 'e2e-shots')

/** A browser of their own in which somebody signs in with one click. What the page throws fails the test. */
export async function enter(
  browser: Browser,
  person: keyof typeof PEOPLE,
  { hands, options = {} }: { hands: Hands; options?: BrowserContextOptions },
): Promise<Page> {
  const page = await visit(browser, '/entrar', options)
  await hands.use(page.getByRole('button', { name: PEOPLE[person] }))
  await expect(page.getByRole('heading', { level: 1, name: 'Mi turno' })).toBeVisible()
  return page
}

/** A browser of their own at an address, signed in or not. */
export async function visit(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env['PORTAL_E2E_URL'] ?? '', ...options })
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.soft(error, 'the page threw').toBeUndefined())
  page.on('console', (message) => {
    if (message.type() === 'error') expect.soft(message.text(), `an error in the console of ${page.url()}`).toBe('')
  })
  await page.goto(path)
  return page
}

/**
 * A picture of the screen as a person sees it at this point, for whoever wants to see where the journey went. Of a journey
 * that is gone both ways, the one by pointer is pictured and axe looks at the one by keyboard; its colours are those of
 * the screens of `axe.spec.ts`, which measures them.
 */
export async function picture(page: Page, name: string): Promise<void> {
  const [, way = ''] = test.info().title.split(': ')
  if (!way.startsWith('by keyboard')) return void (await page.screenshot({ path: join(SHOTS, way, `${name}.png`) }))
  expect.soft(await faults(page, { contrast: false }), name).toEqual([])
}

/** A picture, and what axe says of it, colours included: of the screens that only one test passes, and passes once. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await picture(page, name)
  expect.soft(await faults(page), name).toEqual([])
}

/** Confirms the formal act of a dialog and waits until it is done. */
export async function confirm(
  page: Page,
  hands: Hands,
  { act, reason }: { act: string; reason?: { label: string; text: string } },
): Promise<void> {
  const dialog = page.getByRole('dialog')
  if (reason) await hands.write(dialog.getByLabel(reason.label), reason.text)
  await hands.use(dialog.getByRole('button', { name: act }))
  await expect(dialog).toBeHidden()
}

/** The address that the receipt of the last act leads to, as its notification shows it. */
export async function receiptAddress(page: Page): Promise<string> {
  const link = page.getByRole('link', { name: /^Acuse ACU\// }).last()
  return (await link.getAttribute('href')) ?? ''
}
