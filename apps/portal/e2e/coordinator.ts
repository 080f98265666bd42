import { fileURLToPath } from 'node:url'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Hands } from './hands.ts'
import { confirm, picture, receiptAddress } from './people.ts'

const asset = (name: string) => fileURLToPath(new URL(`../../api/src/demonstration/assets/${name}`, import.meta.url))

export async function newVersion(page: Page, hands: Hands, title: string): Promise<void> {
  await hands.use(page.getByRole('link', { name: 'Especificaciones', exact: true }))
  await hands.use(page.getByRole('button', { name: 'Nueva especificación' }))
  await hands.write(page.getByLabel('Título del documento'), title)
  await picture(page, '01-new-specification')
  await hands.use(page.getByRole('button', { name: 'Crear la especificación' }))
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await importDocument(page, hands, 'especificaciones-pep-v1.docx')
  await expect(page.getByRole('heading', { level: 1, name: 'Propuesta de numerales, versión 1' })).toBeVisible()

  const proposed = page.getByRole('region', { name: 'Numerales propuestos' })
  await hands.use(proposed.getByRole('button').first())
  await hands.use(proposed.getByRole('button', { name: 'Excluir' }))
  await expect(proposed.getByText('Excluido', { exact: true })).toBeVisible()
  await picture(page, '02-proposal')
  await confirmClauses(page, hands)
  await expect(page.getByRole('heading', { level: 1, name: 'Versión 1' })).toBeVisible()
}

export const importDocument = async (page: Page, hands: Hands, name: string) =>
  choose(hands, page.getByRole('button', { name: 'Elegir documento de Word' }), name)

export async function confirmClauses(page: Page, hands: Hands): Promise<void> {
  await hands.use(page.getByRole('button', { name: /^Confirmar \d+ numerales$/ }))
  await confirm(page, hands, { act: 'Confirmar los numerales' })
}

export async function attachArtwork(page: Page, hands: Hands, file = 'sobre-postal-voto.pdf'): Promise<void> {
  await hands.write(page.getByLabel('Elemento que muestra'), 'Sobre-Postal-Voto')
  await choose(hands, page.getByRole('button', { name: 'Elegir PDF' }), file)
  await expect(page.getByRole('region', { name: 'Sobre-Postal-Voto', exact: true })).toBeVisible()
  await expect(page.getByText(/^Página 1 de \d+$/)).toBeVisible()
  await picture(page, '03-version')
}

async function choose(hands: Hands, button: Locator, name: string): Promise<void> {
  const choosing = button.page().waitForEvent('filechooser')
  await hands.use(button)
  await (await choosing).setFiles(asset(name))
}

/** To Chiapas and Jalisco for five days; `conformity`: how many days they have to say whether they agree. */
export async function openRound(page: Page, hands: Hands, { conformity }: { conformity?: string } = {}): Promise<void> {
  await hands.use(page.getByRole('link', { name: 'Preparar ronda de revisión' }))
  await hands.use(page.getByRole('button', { name: 'Quitar todos' }))
  await hands.tick(page.getByRole('checkbox', { name: /Chiapas/ }))
  await hands.tick(page.getByRole('checkbox', { name: /Jalisco/ }))
  await hands.write(page.getByLabel('Plazo', { exact: true }), '5')
  if (conformity !== undefined) {
    await hands.tick(page.getByRole('checkbox', { name: /^Preguntar a los OPL si están conformes/ }))
    await hands.write(page.getByLabel('Plazo de conformidad'), conformity)
  }
  await expect(page.getByText(/Si la ronda se abriera ahora, vencería el/)).toContainText('2017')
  await picture(page, '04-prepare-round')
  await hands.use(page.getByRole('button', { name: 'Preparar la ronda' }))
  await page.waitForURL(/\/rondas\/[0-9a-f-]+$/)
  await picture(page, '05-prepared')
  await hands.use(page.getByRole('button', { name: 'Abrir la ronda' }))
  await confirm(page, hands, { act: 'Abrir la ronda' })
  await expect(page.getByText('Contestaron 0 de 2 · faltan: IEPC Chiapas, IEPC Jalisco.')).toBeVisible()
  expect(await receiptAddress(page)).toMatch(/^\/verificar\//)
  await picture(page, '06-open')
}

/** Keyboard first, whoever it is: the sentido by its number, Ctrl+Enter saves and goes on to the next without one. */
export async function resolveAll(page: Page, hands: Hands, count: number): Promise<void> {
  await hands.use(page.getByRole('link', { name: 'Resolver observaciones' }))
  const form = page.getByRole('form', { name: 'Propuesta' })
  await expect(form).toBeVisible()
  for (let done = 0; done < count; done += 1) {
    await page.keyboard.press('1')
    await expect(form.getByRole('radio', { name: /^Procede$/ })).toBeChecked()
    await hands.write(form.getByLabel('Razón'), 'Mejora la redacción.')
    await hands.write(form.getByLabel('Texto acordado'), 'Texto acordado por la DERFE y el OPL.')
    if (done === 0) await picture(page, '12-resolve')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(`${done + 1} de ${count} resueltas`)).toBeVisible()
    await page.getByRole('heading', { level: 1 }).focus()
  }
  await hands.use(page.getByRole('button', { name: 'Proponer a la titular' }))
  await confirm(page, hands, { act: 'Proponer a la titular' })
}

type Resolution = { number: string; body: string }

export async function recordResolution(page: Page, hands: Hands, { number, body }: Resolution): Promise<void> {
  await hands.use(page.getByRole('button', { name: 'Registrar acuerdo' }))
  const dialog = page.getByRole('dialog')
  await hands.write(dialog.getByLabel('Número'), number)
  await hands.pick(dialog.getByRole('combobox', { name: 'Órgano que lo emitió' }), body)
  await hands.write(dialog.getByLabel('Asunto'), 'Diseño y contenido de los elementos del PEP')
  await confirm(page, hands, { act: 'Registrar acuerdo' })
  await expect(page.getByRole('cell', { name: number })).toBeVisible()
}
