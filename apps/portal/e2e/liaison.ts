import { expect, type Page } from '@playwright/test'
import { picture } from './people.ts'

export async function observeStretch(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: /observación/i })
  await page
    .getByRole('button', { name: /^Observar / })
    .nth(4)
    .press('Enter')
  await form.getByRole('button', { name: /^Elegir un fragmento de / }).press('Enter')
  const stretch = form.getByLabel(/^Seleccione el fragmento de /)
  await stretch.press('Control+Home')
  for (let key = 0; key < 12; key += 1) await stretch.press('Shift+ArrowRight')
  await form.getByRole('button', { name: 'Usar el fragmento' }).press('Enter')
  await expect(form.getByRole('heading')).toContainText('fragmento')
  await form.getByLabel('Debe decir').fill('Texto que debe quedar')
  await form.getByLabel('Justificación').fill('Para que se lea igual en todos los documentos.')
  await form.getByLabel('Fundamento').fill('Artículo 339 de la LGIPE')
  await expect(form.getByText('Guardado en el portal')).toBeVisible()
  await picture(page, '07-observation')
  await form.getByRole('button', { name: 'Guardar borrador' }).press('Enter')
  await expect(form).toBeHidden()
}

export async function observeRegion(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Se muestra' }).click()
  await page.getByRole('option', { name: 'Lámina: Sobre-Postal-Voto' }).click()
  const mark = page.getByRole('button', { name: 'Marcar región' })
  await expect(mark).toBeEnabled()
  await mark.press('Enter')
  const region = page.getByRole('application', { name: 'Región que marca' })
  await expect(region).toBeFocused()
  for (const key of ['ArrowRight', 'ArrowUp', 'Shift+ArrowDown', 'Enter']) await page.keyboard.press(key)
  const form = page.getByRole('form', { name: /Sobre-Postal-Voto, página 1, región/ })
  await form.getByLabel('Debe decir').fill('Agregar la leyenda «Franqueo pagado»')
  await form.getByLabel('Justificación').fill('El sobre viaja sin costo para la persona electora.')
  await form.getByRole('button', { name: 'Guardar borrador' }).press('Enter')
  await expect(form).toBeHidden()
  await expect(page.getByRole('button', { name: /Borrador de .*página 1: \d+ × \d+ mm/ })).toBeVisible()
  await picture(page, '08-region')
}

export async function observeClause(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: /observación/i })
  await page
    .getByRole('button', { name: /^Observar / })
    .nth(6)
    .click()
  await form.getByText('Forma', { exact: true }).click()
  await form.getByLabel('Justificación').fill('Falta la medida del elemento.')
  await form.getByRole('button', { name: 'Guardar borrador' }).click()
  await expect(form).toBeHidden()
}
