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

async function look(page: Page, screen: string, within?: string): Promise<number> {
  expect.soft(await faults(page, { ...(within !== undefined && { within }) }), screen).toEqual([])
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
    const liaison = await enter(browser, 'chiapas', { hands: POINTER, options })
    await liaison.goto(`${round}/sin-conexion`)
    await expect(liaison.getByRole('heading', { level: 1, name: 'Trabajar sin conexión' })).toBeVisible()
    screens += await look(liaison, 'working away from the network')
    told(screens, 16)
  })

  test(`no screen of the administration has an accessibility fault, ${way}`, async ({ browser }) => {
    let screens = 0
    const page = await enter(browser, 'administrator', { hands: POINTER, options })
    const dialog = page.getByRole('dialog')
    const lookAtDialog = async (screen: string) => {
      await expect(dialog).toBeVisible()
      screens += await look(page, screen, '[role=dialog]')
      await dialog.getByRole('button', { name: 'Volver' }).click()
      await expect(dialog).toBeHidden()
    }
    await page.goto('/personas')
    await expect(page.getByRole('table').first()).toBeVisible()
    screens += await look(page, 'people')
    await page.getByRole('button', { name: 'Nombrar a una persona' }).click()
    await lookAtDialog('appointing')
    await page.getByRole('button', { name: 'Exigirlo a más funciones' }).click()
    await lookAtDialog('widening the second factor')
    const acts = page.getByRole('button', { name: /^Actos:/ }).first()
    await acts.click()
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    screens += await look(page, 'what may be done about a person', '[role=menu]')
    await page.keyboard.press('Escape')
    for (const act of ['Sustituir', 'Registrar suplencia', 'Terminar']) {
      await acts.click()
      await page.getByRole('menuitem', { name: act }).click()
      await lookAtDialog(act)
    }
    await acts.click()
    await page.getByRole('menuitem', { name: 'Dar enlace de acceso' }).click()
    await dialog.getByLabel('Razón').fill('Lo perdió')
    await dialog.getByRole('button', { name: 'Generar el enlace' }).click()
    const link = page.getByLabel('Enlace', { exact: true })
    await expect(link).toBeVisible()
    screens += await look(page, 'handing over a link', '[role=dialog]')
    const invited = await visit(browser, await link.inputValue(), options)
    await expect(invited.getByLabel('Contraseña', { exact: true })).toBeVisible()
    screens += await look(invited, 'choosing a password')

    await page.goto('/personas/suplencias')
    await expect(page.getByText('No hay suplencias')).toBeVisible()
    screens += await look(page, 'delegations')
    await page.goto('/seguridad/proveedores')
    await expect(page.getByText('Ninguna institución entra con su proveedor')).toBeVisible()
    screens += await look(page, 'identity providers')
    await page.getByRole('button', { name: 'Registrar un proveedor' }).click()
    await lookAtDialog('registering a provider')
    await page.goto('/publicacion')
    await expect(page.getByRole('table', { name: 'Lo que se publica' })).toBeVisible()
    screens += await look(page, 'publication')
    await page
      .getByRole('button', { name: /^Cambiar:/ })
      .first()
      .click()
    await lookAtDialog('what is shown to everybody')
    await page.goto('/cuenta')
    await expect(page.getByRole('table', { name: 'Sesiones abiertas' })).toBeVisible()
    screens += await look(page, 'own account')
    told(screens, 15)
  })
}

function told(screens: number, least: number): void {
  test.info().annotations.push({ type: 'screens', description: `axe looked at ${screens} screens` })
  expect(screens).toBeGreaterThanOrEqual(least)
}
