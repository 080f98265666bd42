import { aDemonstrationAccount, anActor, aSession } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw/http'
import { describe, expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { server } from '../../testing/stub-api.ts'

const demonstration = {
  password: 'demostracion',
  secondFactorWaived: true,
  accounts: [
    aDemonstrationAccount(),
    aDemonstrationAccount({
      email: 'coordinacion@demo.test',
      name: 'Marisol Quintero Ávila',
      role: 'derfe_coordinator',
      organisation: 'DERFE',
    }),
  ],
}

/** The session of a browser: empty until the identity service lets somebody in. */
function identity(accepts: (attempt: { email: string; password: string }) => number, refusal: object | null = null) {
  let signedIn = false
  server.use(
    http.post('*/auth/sign-in/email', async ({ request }) => {
      const status = accepts((await request.json()) as { email: string; password: string })
      signedIn = status === 200
      return HttpResponse.json({ refusal }, { status })
    }),
  )
  return {
    session: {
      current: () => aSession({ actor: signedIn ? anActor('opl_liaison', 'chis') : null, demonstration }),
    },
  }
}

describe('sign-in', () => {
  test('one click on an account of the demonstration enters', async () => {
    const stubs = identity(({ email, password }) =>
      email === 'enlace.chis@demo.test' && password === 'demostracion' ? 200 : 401,
    )
    const { user, router } = renderRoute('/entrar', { stubs })
    const accounts = await screen.findByRole('region', { name: 'Cuentas de la demostración' })
    await user.click(within(accounts).getByRole('button', { name: /Enlace OPL · IEPC Chiapas/ }))
    expect(await screen.findByRole('heading', { name: 'Mi turno', level: 1 })).toHaveFocus()
    expect(router.state.location.pathname).toBe('/')
    expect(screen.getByText('Nayeli Gordillo Ruiz')).toBeVisible()
  })

  test('leads back to where the person came from', async () => {
    const { user, router } = renderRoute('/verificar', { stubs: identity(() => 200) })
    await router.navigate({ to: '/bitacora/$recordId', params: { recordId: '00000000-0000-4000-8000-000000000001' } })
    await user.type(await screen.findByLabelText('Correo electrónico'), 'enlace.chis@demo.test')
    await user.type(screen.getByLabelText('Contraseña'), 'demostracion')
    await user.click(screen.getByRole('button', { name: 'Entrar' }))
    await screen.findByRole('heading', { name: 'Bitácora', level: 1 })
    expect(router.state.location.pathname).toBe('/bitacora/00000000-0000-4000-8000-000000000001')
  })

  test('a wrong password is said at its field, and what was typed stays', async () => {
    const { user } = renderRoute('/entrar', { stubs: identity(() => 401) })
    await user.type(await screen.findByLabelText('Correo electrónico'), 'enlace.chis@demo.test')
    await user.type(screen.getByLabelText('Contraseña'), 'otra')
    await user.click(screen.getByRole('button', { name: 'Entrar' }))
    await screen.findByText(/no coinciden/)
    const password = screen.getByLabelText('Contraseña')
    expect(password).toHaveAccessibleDescription(/no coinciden/)
    expect(password).toBeInvalid()
    expect(screen.getByLabelText('Correo electrónico')).toHaveValue('enlace.chis@demo.test')
  })

  test('too many attempts are told apart from a wrong password, with the time to wait', async () => {
    const stubs = identity(() => 429, { code: 'TOO_MANY_REQUESTS', seconds: 541 })
    const { user } = renderRoute('/entrar', { stubs })
    await user.type(await screen.findByLabelText('Correo electrónico'), 'enlace.chis@demo.test')
    await user.type(screen.getByLabelText('Contraseña'), 'otra')
    await user.click(screen.getByRole('button', { name: 'Entrar' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Espere 10 minutos')
  })

  test('an empty form says what is missing and asks nobody', async () => {
    const { user } = renderRoute('/entrar', {
      stubs: identity(() => {
        throw new Error('nobody should be asked')
      }),
    })
    await user.click(await screen.findByRole('button', { name: 'Entrar' }))
    expect(screen.getByLabelText('Correo electrónico')).toHaveAccessibleDescription(/Escriba su correo/)
    expect(screen.getByLabelText('Contraseña')).toHaveAccessibleDescription(/Escriba su contraseña/)
  })

  test('whoever has a second factor shows it before anything else opens', async () => {
    let step: 'none' | 'enter' | 'entered' = 'none'
    const sent: unknown[] = []
    server.use(
      http.post('*/auth/sign-in/email', () => {
        step = 'enter'
        return HttpResponse.json({})
      }),
      http.post('*/auth/segundo-factor', async ({ request }) => {
        const { code } = (await request.json()) as { code: string }
        sent.push(code)
        if (code !== '123 456') return HttpResponse.json({ refusal: { code: 'WRONG_CODE' } }, { status: 422 })
        step = 'entered'
        return HttpResponse.json({ ok: true })
      }),
    )
    const current = () =>
      aSession({
        actor: step === 'entered' ? anActor('opl_liaison', 'chis') : null,
        secondFactor: step === 'enter' ? { step: 'enter', totp: true, passkey: false } : null,
      })
    const { user, router } = renderRoute('/entrar', { stubs: { session: { current } } })
    await user.type(await screen.findByLabelText('Correo electrónico'), 'enlace.chis@demo.test')
    await user.type(screen.getByLabelText('Contraseña'), 'demostracion')
    await user.click(screen.getByRole('button', { name: 'Entrar' }))
    await screen.findByRole('heading', { name: 'Segundo paso', level: 1 })
    const code = screen.getByLabelText('Código')
    await user.type(code, '000000{Enter}')
    await screen.findByText(/no coincide o ya se usó/)
    await user.clear(code)
    await user.type(code, '123 456{Enter}')
    expect(await screen.findByRole('heading', { name: 'Mi turno', level: 1 })).toBeVisible()
    expect(router.state.location.pathname).toBe('/')
    expect(sent).toEqual(['000000', '123 456'])
  })
})
