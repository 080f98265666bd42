import { fileURLToPath } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { confirm, enter, picture } from './people.ts'

const asset = (name: string) => fileURLToPath(new URL(`../../api/src/demonstration/assets/${name}`, import.meta.url))

const TITLE = 'Especificaciones del PEP, recorrido de prueba'

test('the coordinator makes a version of a Word document', async ({ browser }) => {
  const coordinator = await enter(browser, 'coordinator')

  await test.step('the coordinator makes a version of a Word document', () => newVersion(coordinator))
})

async function newVersion(page: Page): Promise<void> {
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

async function choose(page: Page, button: string, path: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await choosing).setFiles(path)
}
