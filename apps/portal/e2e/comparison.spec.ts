import { expect, test } from '@playwright/test'
import { confirmClauses, importDocument, newVersion } from './coordinator.ts'
import { POINTER } from './hands.ts'
import { enter, picture } from './people.ts'

test('two versions are compared clause by clause, and a clause has its history', async ({ browser }) => {
  const page = await enter(browser, 'coordinator', { hands: POINTER })
  await newVersion(page, POINTER, 'Especificaciones que se comparan')
  await page.getByRole('link', { name: 'Especificaciones que se comparan' }).click()
  await importDocument(page, POINTER, 'especificaciones-pep-v2.docx')
  await expect(page.getByRole('heading', { level: 1, name: 'Propuesta de numerales, versión 2' })).toBeVisible()
  await confirmClauses(page, POINTER)
  await expect(page.getByRole('heading', { level: 1, name: 'Versión 2' })).toBeVisible()

  await page.getByRole('link', { name: 'Comparar con la anterior' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Comparación de las versiones 1 y 2' })).toBeVisible()
  await picture(page, 'comparison')
  await page.getByText(/^Movido 1$/).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Aviso de secrecía' })).toBeVisible()
  await page.getByText(/^Modificado \d+$/).click()
  await page.getByRole('button', { name: 'Cambio siguiente' }).click()
  await page.keyboard.press('n')
  await picture(page, 'comparison-reworded')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Historial del numeral / })).toBeVisible()
  await picture(page, 'clause-history')
})
