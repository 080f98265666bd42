import { createHmac } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { POINTER } from './hands.ts'
import { enter, picture } from './people.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator application shows: RFC 6238, written here once more so that two have to agree. */
function codeOf(secret: string, step: number): string {
  const bits = Array.from(secret)
    .map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const number = mac.readUInt32BE((mac[19] ?? 0) & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}
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
  await picture(page, 'account')
  await page.getByRole('button', { name: 'Activar códigos' }).click()
  await givePassword(page, 'Continuar')
  const secret = (await page.locator('.account-secret').innerText()).replaceAll(' ', '')
  await picture(page, 'application')
  const confirmedAt = stepNow()
  await page.getByLabel('Código que muestra la aplicación').fill(codeOf(secret, confirmedAt))
  await page.getByRole('button', { name: 'Activar' }).click()
  await expect(page.getByRole('list', { name: 'Códigos de recuperación' }).getByRole('listitem')).toHaveCount(10)
  await picture(page, 'recovery-codes')
  await page.getByRole('button', { name: 'Ya los guardé' }).click()

  await leave(page)
  await page.getByRole('button', { name: 'Adriana Puga Serrano' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Segundo paso' })).toBeVisible()
  await picture(page, 'second-step')
  await page.getByLabel('Código').fill(codeOf(secret, confirmedAt + 1))
  await page.getByRole('button', { name: 'Continuar' }).click()
  await expect(inside).toBeVisible()

  await page.goto('/cuenta')
  await page.getByRole('button', { name: 'Agregar una llave de acceso' }).click()
  await page.getByRole('dialog').getByLabel('Nombre de la llave').fill('Teléfono')
  await givePassword(page, 'Agregar la llave')
  await expect(page.getByRole('button', { name: 'Quitar la llave Teléfono' })).toBeVisible()
  await picture(page, 'passkey')

  await leave(page)
  await page.getByRole('button', { name: 'Entrar con llave de acceso' }).click()
  await expect(inside).toBeVisible()
  await page.goto('/cuenta')
  await expect(page.getByRole('row', { name: /Esta sesión/ })).toContainText('Llave de acceso')
})
