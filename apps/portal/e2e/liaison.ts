import { expect, type Page } from '@playwright/test'
import type { Hands } from './hands.ts'
import { picture } from './people.ts'

const formOf = (page: Page) => page.getByRole('form', { name: /observación/i })
const observe = (page: Page, place: number) => page.getByRole('button', { name: /^Observar / }).nth(place)

export async function observeStretch(page: Page, hands: Hands): Promise<void> {
  const form = formOf(page)
  await hands.use(observe(page, 4))
  await hands.use(form.getByRole('button', { name: /^Elegir un fragmento de / }))
  const stretch = form.getByLabel(/^Seleccione el fragmento de /)
  await expect(stretch).toBeFocused()
  await page.keyboard.press('Control+Home')
  for (let key = 0; key < 12; key += 1) await page.keyboard.press('Shift+ArrowRight')
  await hands.use(form.getByRole('button', { name: 'Usar el fragmento' }))
  await expect(form.getByRole('heading')).toContainText('fragmento')
  await hands.write(form.getByLabel('Debe decir'), 'Texto que debe quedar')
  await hands.write(form.getByLabel('Justificación'), 'Para que se lea igual en todos los documentos.')
  await hands.write(form.getByLabel('Fundamento'), 'Artículo 339 de la LGIPE')
  await expect(form.getByText('Guardado en el portal')).toBeVisible()
  await picture(page, '07-observation')
  await hands.use(form.getByRole('button', { name: 'Guardar borrador' }))
  await expect(form).toBeHidden()
}

export async function observeRegion(page: Page, hands: Hands): Promise<void> {
  await hands.pick(page.getByRole('combobox', { name: 'Se muestra' }), 'Lámina: Sobre-Postal-Voto')
  await hands.use(page.getByRole('button', { name: 'Marcar región' }))
  await hands.mark(page)
  await picture(page, '08-marking')
  await hands.takeMark(page)
  const form = page.getByRole('form', { name: /Sobre-Postal-Voto, página 1, región/ })
  await hands.write(form.getByLabel('Debe decir'), 'Agregar la leyenda «Franqueo pagado»')
  await hands.write(form.getByLabel('Justificación'), 'El sobre viaja sin costo para la persona electora.')
  await hands.use(form.getByRole('button', { name: 'Guardar borrador' }))
  await expect(form).toBeHidden()
  await expect(page.getByRole('button', { name: /Borrador de .*página 1: \d+ × \d+ mm/ })).toBeVisible()
  await picture(page, '08-region')
}

export async function observeClause(page: Page, hands: Hands): Promise<void> {
  const form = formOf(page)
  await hands.use(observe(page, 6))
  await hands.tick(form.getByRole('radio', { name: 'Forma', exact: true }))
  await hands.write(form.getByLabel('Justificación'), 'Falta la medida del elemento.')
  await hands.use(form.getByRole('button', { name: 'Guardar borrador' }))
  await expect(form).toBeHidden()
}
