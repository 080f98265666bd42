import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { confirm, picture, receiptAddress } from './people.ts'

const asset = (name: string) => fileURLToPath(new URL(`../../api/src/demonstration/assets/${name}`, import.meta.url))

export const TITLE = 'Especificaciones del PEP, recorrido de prueba'

export async function newVersion(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Especificaciones', exact: true }).click()
  await page.getByRole('button', { name: 'Nueva especificación' }).click()
  await page.getByLabel('Título del documento').fill(TITLE)
  await picture(page, '01-new-specification')
  await page.getByRole('button', { name: 'Crear la especificación' }).click()
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  await choose(page, 'Elegir documento de Word', asset('especificaciones-pep-v1.docx'))
  await expect(page.getByRole('heading', { level: 1, name: 'Propuesta de numerales, versión 1' })).toBeVisible()

  const proposed = page.getByRole('region', { name: 'Numerales propuestos' })
  await proposed.getByRole('button').first().click()
  await proposed.getByRole('button', { name: 'Excluir' }).click()
  await expect(proposed.getByText('Excluido', { exact: true })).toBeVisible()
  await picture(page, '02-proposal')
  await page.getByRole('button', { name: /^Confirmar \d+ numerales$/ }).click()
  await confirm(page, 'Confirmar los numerales')
  await expect(page.getByRole('heading', { level: 1, name: 'Versión 1' })).toBeVisible()
}

export async function attachArtwork(page: Page): Promise<void> {
  await page.getByLabel('Elemento que muestra').fill('Sobre-Postal-Voto')
  await choose(page, 'Elegir PDF', asset('sobre-postal-voto.pdf'))
  await expect(page.getByRole('region', { name: 'Sobre-Postal-Voto', exact: true })).toBeVisible()
  await expect(page.getByText(/^Página 1 de \d+$/)).toBeVisible()
  await picture(page, '03-version')
}

async function choose(page: Page, button: string, path: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await choosing).setFiles(path)
}

export async function openRound(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Preparar ronda de revisión' }).click()
  await page.getByRole('button', { name: 'Quitar todos' }).click()
  await page.getByRole('checkbox', { name: /Chiapas/ }).check()
  await page.getByRole('checkbox', { name: /Jalisco/ }).check()
  await page.getByLabel('Plazo').fill('5')
  await expect(page.getByText(/Si la ronda se abriera ahora, vencería el/)).toContainText('2017')
  await picture(page, '04-prepare-round')
  await page.getByRole('button', { name: 'Preparar la ronda' }).click()
  await page.waitForURL(/\/rondas\/[0-9a-f-]+$/)
  await picture(page, '05-prepared')
  await page.getByRole('button', { name: 'Abrir la ronda' }).click()
  await confirm(page, 'Abrir la ronda')
  await expect(page.getByText('Contestaron 0 de 2 · faltan: IEPC Chiapas, IEPC Jalisco.')).toBeVisible()
  expect(await receiptAddress(page)).toMatch(/^\/verificar\//)
  await picture(page, '06-open')
}

/** Keyboard first: the sentido by its number, Ctrl+Enter saves and goes on to the next without one. */
export async function resolveAll(page: Page, count: number): Promise<void> {
  await page.getByRole('link', { name: 'Resolver observaciones' }).click()
  const form = page.getByRole('form', { name: 'Propuesta' })
  await expect(form).toBeVisible()
  for (let done = 0; done < count; done += 1) {
    await page.keyboard.press('1')
    await expect(form.getByRole('radio', { name: /^Procede$/ })).toBeChecked()
    await form.getByLabel('Razón').fill('Mejora la redacción.')
    await form.getByLabel('Texto acordado').fill('Texto acordado por la DERFE y el OPL.')
    if (done === 0) await picture(page, '12-resolve')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(`${done + 1} de ${count} resueltas`)).toBeVisible()
    await page.getByRole('heading', { level: 1 }).focus()
  }
  await page.getByRole('button', { name: 'Proponer a la titular' }).click()
  await confirm(page, 'Proponer a la titular')
}

export async function recordResolution(page: Page, number: string, body: string): Promise<void> {
  await page.getByRole('button', { name: 'Registrar acuerdo' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Número').fill(number)
  await dialog.getByRole('combobox', { name: 'Órgano que lo emitió' }).click()
  await page.getByRole('option', { name: body }).click()
  await dialog.getByLabel('Asunto').fill('Diseño y contenido de los elementos del PEP')
  await confirm(page, 'Registrar acuerdo')
  await expect(page.getByRole('cell', { name: number })).toBeVisible()
}
