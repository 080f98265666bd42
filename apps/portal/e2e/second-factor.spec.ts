import { expect, test, type Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { POINTER } from './hands.ts'
import { enter, lookAt } from './people.ts'

/** What an authenticator application shows. */
const codeOf = (secret: string, step: number): string => new TOTP({ secret }).generate({ timestamp: step * 30_000 })
const stepNow = () => Math.floor(Date.now() / 30_000)

/** A device that keeps passkeys and has just read a finger, as Chromium plays it. */
async function deviceWithPasskeys(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Salir' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Entrar' })).toBeVisible()
}

/** The password of the demonstration's accounts, as its sign-in screen has it. */
async function givePassword(page: Page, confirm: string): Promise<void> {
  const session = (await (await page.request.get('/trpc/session.current')).json()) as {
    result: { data: { demonstration: { password: string } } }
  }
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Su contraseña').fill(session.result.data.demonstration.password)
  await dialog.getByRole('button', { name: confirm }).click()
  await expect(dialog).toBeHidden()
}

test('a person enters with a code of an application, and with a passkey: second factor', async ({ browser }) => {
  const page = await enter(browser, 'observer', { hands: POINTER })
  await deviceWithPasskeys(page)
  const inside = page.getByRole('heading', { level: 1, name: 'Mi turno' })

  await page.getByRole('link', { name: 'Mi cuenta: Adriana Puga Serrano' }).click()
  await expect(page.getByRole('table', { name: 'Sesiones abiertas' })).toBeVisible()
  await lookAt(page, 'account')
  await page.getByRole('button', { name: 'Activar códigos' }).click()
  await givePassword(page, 'Continuar')
  const secret = (await page.locator('.account-secret').innerText()).replaceAll(' ', '')
  await lookAt(page, 'application')
  const confirmedAt = stepNow()
  await page.getByLabel('Código que muestra la aplicación').fill(codeOf(secret, confirmedAt))
  await page.getByRole('button', { name: 'Activar' }).click()
  await expect(page.getByRole('list', { name: 'Códigos de recuperación' }).getByRole('listitem')).toHaveCount(10)
  await lookAt(page, 'recovery-codes')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Descargar' }).click()
  expect((await downloading).suggestedFilename()).toBe('codigos-de-recuperacion.txt')
  await page.getByRole('button', { name: 'Ya los guardé' }).click()

  await leave(page)
  await page.getByRole('button', { name: 'Adriana Puga Serrano' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Segundo paso' })).toBeVisible()
  await lookAt(page, 'second-step')
  await page.getByLabel('Código').fill(codeOf(secret, confirmedAt + 1))
  await page.getByRole('button', { name: 'Continuar' }).click()
  await expect(inside).toBeVisible()

  await page.goto('/cuenta')
  await page.getByRole('button', { name: 'Agregar una llave de acceso' }).click()
  await page.getByRole('dialog').getByLabel('Nombre de la llave').fill('Teléfono')
  await givePassword(page, 'Agregar la llave')
  await expect(page.getByRole('button', { name: 'Quitar la llave Teléfono' })).toBeVisible()
  await lookAt(page, 'passkey')

  await leave(page)
  await page.getByRole('button', { name: 'Entrar con llave de acceso' }).click()
  await expect(inside).toBeVisible()
  await page.goto('/cuenta')
  await expect(page.getByRole('row', { name: /Esta sesión/ })).toContainText('Llave de acceso')
})
