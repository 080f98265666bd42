import { expect, test } from '@playwright/test'
import { attachArtwork, confirmClauses, importDocument, newVersion } from './coordinator.ts'
import { POINTER } from './hands.ts'
import { enter, lookAt, picture } from './people.ts'

test('two versions are compared clause by clause, and a clause has its history', async ({ browser }) => {
  const page = await enter(browser, 'coordinator', { hands: POINTER })
  await newVersion(page, POINTER, 'Especificaciones que se comparan')
  await page.getByRole('link', { name: 'Especificaciones que se comparan' }).click()
  await importDocument(page, POINTER, 'especificaciones-pep-v2.docx')
  await expect(page.getByRole('heading', { level: 1, name: 'Propuesta de numerales, versión 2' })).toBeVisible()
  await expect(page.getByText(/^Frente a la versión 1: .* Ya no están: 3\.6\./)).toBeVisible()
  await lookAt(page, 'proposal-continuity')
  await confirmClauses(page, POINTER)
  await expect(page.getByRole('heading', { level: 1, name: 'Versión 2' })).toBeVisible()

  await page.getByRole('link', { name: 'Comparar con la anterior' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Comparación de las versiones 1 y 2' })).toBeVisible()
  await lookAt(page, 'comparison')
  await page.getByText(/^Movido 1$/).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Aviso de secrecía' })).toBeVisible()
  await page.getByText(/^Modificado \d+$/).click()
  await page.getByRole('button', { name: 'Cambio siguiente' }).click()
  await page.keyboard.press('n')
  await picture(page, 'comparison-reworded')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Historial del numeral / })).toBeVisible()
  await lookAt(page, 'clause-history')
})

test('an element is compared pixel by pixel, wherever it changed', async ({ browser }) => {
  const page = await enter(browser, 'coordinator', { hands: POINTER })
  await newVersion(page, POINTER, 'Láminas que se comparan')
  await attachArtwork(page, POINTER)
  await page.getByRole('link', { name: 'Láminas que se comparan' }).click()
  await importDocument(page, POINTER, 'especificaciones-pep-v2.docx')
  await confirmClauses(page, POINTER)
  await expect(page.getByRole('heading', { level: 1, name: 'Versión 2' })).toBeVisible()
  await attachArtwork(page, POINTER, 'sobre-postal-voto-v2.pdf')

  await page.getByRole('link', { name: 'Comparar con la anterior' }).click()
  await page.getByRole('tab', { name: 'Láminas' }).click()
  const found = page.getByRole('status').filter({ hasText: 'regiones' })
  await expect(found).toHaveText(/^Cambiaron \d+ regiones\.$/)
  await lookAt(page, 'artwork-side-by-side')
  await page.getByRole('button', { name: /^1: \d+ × \d+ mm, a \d+ mm del borde izquierdo/ }).click()
  await page.getByText('Superpuestas').click()
  await expect(page.getByText(/^En rojo, lo que solo está en la versión 1/)).toBeVisible()
  await lookAt(page, 'artwork-overlay')

  const before = await found.textContent()
  await page.getByRole('button', { name: 'Agregar zona' }).click()
  await page.keyboard.press('ArrowDown')
  for (let step = 0; step < 8; step++) await page.keyboard.press('Shift+ArrowDown')
  await picture(page, 'artwork-ignored')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Quitar la zona 1' })).toBeVisible()
  await expect(found).not.toHaveText(before ?? '')

  await page.getByText('Alternar', { exact: true }).click()
  await page.getByRole('button', { name: 'Ver la versión 2' }).click()
  await expect(page.getByRole('button', { name: 'Ver la versión 1' })).toBeVisible()
  await lookAt(page, 'artwork-blink')
})
