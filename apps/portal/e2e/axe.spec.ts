import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test, type BrowserContextOptions, type Page } from '@playwright/test'
import { faults } from './faults.ts'
import { POINTER } from './hands.ts'
import { enter, visit } from './people.ts'

const ARTWORK = fileURLToPath(new URL('../../api/src/demonstration/assets/sobre-pep.pdf', import.meta.url))

/* The screens that the journey does not pass. */
const WAYS: readonly [string, BrowserContextOptions][] = [
  ['wide and light', {}],
  ['360 pixels wide and dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
]

async function look(page: Page, screen: string): Promise<number> {
  expect.soft(await faults(page), screen).toEqual([])
  return 1
}

for (const [way, options] of WAYS) {
  test(`no screen has an accessibility fault, ${way}`, async ({ browser }) => {
    let screens = 0
    const outside = await visit(browser, '/entrar', options)
    await expect(outside.getByRole('heading', { name: 'Cuentas de la demostración' })).toBeVisible()
    screens += await look(outside, 'sign-in')
    await outside.goto('/entrada-no-concedida?motivo=unknown_person')
    await expect(outside.getByRole('heading', { name: 'El portal no conoce su correo' })).toBeVisible()
    screens += await look(outside, 'not let in')
    await outside.goto('/verificar')
    await expect(outside.getByLabel('Código del acuse')).toBeVisible()
    screens += await look(outside, 'verify')
    const choosing = outside.waitForEvent('filechooser')
    await outside.getByLabel('Archivo que recibió').click()
    await (await choosing).setFiles(ARTWORK)
    await expect(outside.getByText('El archivo es auténtico y está vigente')).toBeVisible()
    screens += await look(outside, 'verify a file')

    const page = await enter(browser, 'coordinator', { hands: POINTER, options })
    await expect(page.getByRole('table').first()).toBeVisible()
    screens += await look(page, 'my turn')
    await page.goto('/especificaciones')
    const latest = page.getByRole('link', { name: 'Versión 1', exact: true }).first()
    const version = await latest.getAttribute('href')
    screens += await look(page, 'specifications')
    await page.getByRole('button', { name: 'Nueva especificación' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    screens += await look(page, 'a dialog')
    await page.goto(version ?? '')
    await expect(page.getByText(/^Página 1 de \d+$/)).toBeVisible()
    screens += await look(page, 'version with artwork')
    const round = await page.getByRole('link', { name: 'Ronda 1', exact: true }).getAttribute('href')
    await page.goto('/rondas')
    await expect(page.getByRole('table').first()).toBeVisible()
    screens += await look(page, 'rounds')
    for (const [tab, heading] of [
      ['documento', /^Observaciones \(/],
      ['tabla', 'Observaciones'],
      ['avance', 'Avance de las respuestas'],
      ['plazos', 'Plazos'],
    ] as const) {
      await page.goto(`${round}?vista=${tab}`)
      await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible()
      screens += await look(page, `round, ${tab}`)
    }
    await page.goto(`${round?.replace('/rondas/', '/bitacora/')}`)
    await expect(page.getByText(/^Bitácora íntegra/)).toBeVisible()
    screens += await look(page, 'trail')

    const auditor = await enter(browser, 'auditor', { hands: POINTER, options })
    await auditor.goto('/bitacora')
    await expect(auditor.getByRole('table', { name: 'Actos' })).toBeVisible()
    screens += await look(auditor, 'log')
    const downloading = auditor.waitForEvent('download')
    await auditor.getByRole('link', { name: 'Descargar en CSV' }).click()
    expect((await stat(await (await downloading).path())).size).toBeGreaterThan(1000)

    const administrator = await enter(browser, 'administrator', { hands: POINTER, options })
    await administrator.goto('/personas')
    await expect(administrator.getByRole('table').first()).toBeVisible()
    screens += await look(administrator, 'people')
    await administrator.getByRole('button', { name: 'Nombrar a una persona' }).click()
    await expect(administrator.getByRole('dialog')).toBeVisible()
    screens += await look(administrator, 'appointing')
    await administrator.getByRole('button', { name: 'Volver' }).click()
    await administrator.getByRole('button', { name: 'Exigirlo a más funciones' }).click()
    await expect(administrator.getByRole('dialog')).toBeVisible()
    screens += await look(administrator, 'widening the second factor')
    await administrator.goto('/cuenta')
    await expect(administrator.getByRole('table', { name: 'Sesiones abiertas' })).toBeVisible()
    screens += await look(administrator, 'own account')
    await administrator.goto('/personas/suplencias')
    await expect(administrator.getByText('No hay suplencias')).toBeVisible()
    screens += await look(administrator, 'delegations')
    await administrator.goto('/personas')
    await administrator
      .getByRole('button', { name: /^Actos:/ })
      .first()
      .click()
    await administrator.getByRole('menuitem', { name: 'Registrar suplencia' }).click()
    await expect(administrator.getByRole('dialog')).toBeVisible()
    screens += await look(administrator, 'delegating')
    await administrator.goto('/seguridad/proveedores')
    await expect(administrator.getByText('Ninguna institución entra con su proveedor')).toBeVisible()
    screens += await look(administrator, 'identity providers')
    await administrator.getByRole('button', { name: 'Registrar un proveedor' }).click()
    await expect(administrator.getByRole('dialog')).toBeVisible()
    screens += await look(administrator, 'registering a provider')
    test.info().annotations.push({ type: 'screens', description: `axe looked at ${screens} screens` })
    expect(screens).toBeGreaterThan(15)
  })
}
