import { anAccount, anActor, anOwnSession, aPasskey } from '@portal/samples'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { StubRefusal } from '../../testing/stub-api.ts'

const actor = anActor('opl_liaison', 'chis')
const CODES = ['AAAAA-BBBBB', 'CCCCC-DDDDD']

test('lists where the person is entered, and closes what they do not know', async () => {
  const sent: unknown[] = []
  const sessions = [
    anOwnSession(),
    anOwnSession({ id: 'session-2', userAgent: null, current: false, method: 'passkey' }),
  ]
  const { user } = renderRoute('/cuenta', {
    actor,
    stubs: {
      account: {
        get: () => anAccount({ sessions: sent.length > 0 ? sessions.slice(0, 1) : sessions }),
        closeSession: (input) => {
          sent.push(input)
          return { closed: 1 }
        },
      },
    },
  })
  const table = await screen.findByRole('table', { name: 'Sesiones abiertas' })
  expect(within(table).getByRole('row', { name: /Firefox en Windows/ })).toHaveTextContent('Esta sesión')
  expect(within(table).getByRole('row', { name: /sin identificar/ })).toHaveTextContent('Llave de acceso')
  await user.click(within(table).getByRole('button', { name: 'Cerrar la sesión de Dispositivo sin identificar' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cerrar la sesión' }))
  await waitFor(() => expect(screen.queryByRole('row', { name: /sin identificar/ })).not.toBeInTheDocument())
  expect(sent).toEqual([{ id: 'session-2' }])
  expect(screen.queryByRole('button', { name: 'Cerrar las demás' })).not.toBeInTheDocument()
})

test('a new password says what is wrong at its field, and keeps what was typed', async () => {
  const { user } = renderRoute('/cuenta', {
    actor,
    stubs: {
      account: {
        get: () => anAccount(),
        changePassword: ({ password }) => {
          if (password !== 'la de antes') throw new StubRefusal({ code: 'WRONG_PASSWORD' })
          throw new StubRefusal({ code: 'PASSWORD_NOT_ACCEPTED', why: 'common' })
        },
      },
    },
  })
  const old = await screen.findByLabelText('Contraseña actual')
  const next = screen.getByLabelText('Contraseña nueva')
  const submit = screen.getByRole('button', { name: 'Cambiar la contraseña' })
  await user.type(old, 'otra')
  await user.type(next, 'una contraseña')
  await user.click(submit)
  await waitFor(() => expect(old).toHaveAccessibleDescription(/no coincide/))
  await user.clear(old)
  await user.type(old, 'la de antes')
  await user.click(submit)
  await waitFor(() => expect(next).toHaveAccessibleDescription(/entre las más usadas/))
  expect(next).toHaveValue('una contraseña')
})

test('codes of an application are set up with the password, and the recovery codes are shown once', async () => {
  const { user } = renderRoute('/cuenta', {
    actor,
    stubs: {
      account: {
        get: () => anAccount(),
        offerTotp: ({ password }) => {
          if (password !== 'la mía') throw new StubRefusal({ code: 'WRONG_PASSWORD' })
          return { secret: 'ABCDEFGHIJKL', uri: 'otpauth://totp/x', qrSvg: '<svg xmlns="http://www.w3.org/2000/svg"/>' }
        },
        confirmTotp: ({ code }) => {
          if (code !== '123456') throw new StubRefusal({ code: 'WRONG_CODE' })
          return { codes: CODES }
        },
      },
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Activar códigos' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByLabelText('Su contraseña'), 'otra')
  await user.click(within(dialog).getByRole('button', { name: 'Continuar' }))
  await waitFor(() => expect(within(dialog).getByLabelText('Su contraseña')).toHaveAccessibleDescription(/no coincide/))
  await user.clear(within(dialog).getByLabelText('Su contraseña'))
  await user.type(within(dialog).getByLabelText('Su contraseña'), 'la mía')
  await user.click(within(dialog).getByRole('button', { name: 'Continuar' }))

  expect(await screen.findByText('ABCD EFGH IJKL')).toBeVisible()
  const code = screen.getByLabelText('Código que muestra la aplicación')
  await user.type(code, '000000')
  await user.click(screen.getByRole('button', { name: 'Activar' }))
  await waitFor(() => expect(code).toHaveAccessibleDescription(/no coincide o ya se usó/))
  await user.clear(code)
  await user.type(code, '123 456')
  await user.click(screen.getByRole('button', { name: 'Activar' }))
  const codes = await screen.findByRole('list', { name: 'Códigos de recuperación' })
  expect(
    within(codes)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(CODES)
  await user.click(screen.getByRole('button', { name: 'Ya los guardé' }))
  expect(screen.queryByText('AAAAA-BBBBB')).not.toBeInTheDocument()
})

test('the last factor of a role that needs one is not taken away, and the dialog says why', async () => {
  const { user } = renderRoute('/cuenta', {
    actor: anActor('derfe_head', 'derfe'),
    stubs: {
      account: {
        get: () => anAccount({ passkeys: [aPasskey()], compulsory: true, recoveryCodesLeft: 10, hasPassword: false }),
        removePasskey: () => {
          throw new StubRefusal({ code: 'LAST_SECOND_FACTOR' })
        },
      },
    },
  })
  expect(await screen.findByText(/Su función lo necesita/)).toBeVisible()
  expect(screen.getByText('Le quedan 10 sin usar.')).toBeVisible()
  expect(screen.queryByLabelText('Contraseña actual')).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Quitar la llave Teléfono' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).queryByLabelText('Su contraseña')).not.toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Quitar la llave' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('el único que tiene')
})

test('whoever needs a second factor and has none is led to it from any address, and goes on from there', async () => {
  let set = false
  const { user, router } = renderRoute('/rondas', {
    stubs: {
      session: {
        current: () => ({
          actor: set ? actor : null,
          withoutAppointment: false,
          secondFactor: set ? null : { step: 'set_up', totp: false, passkey: false },
          clock: { now: '2017-12-14T16:30:00.000Z', startedWith: null },
          demonstration: null,
        }),
      },
      rounds: { list: () => ({ rows: [], next: null }) },
      account: {
        offerTotp: ({ password }) => {
          expect(password).toBe('')
          return { secret: 'ABCDEFGH', uri: 'otpauth://totp/x', qrSvg: '<svg xmlns="http://www.w3.org/2000/svg"/>' }
        },
        confirmTotp: () => {
          set = true
          return { codes: CODES }
        },
      },
    },
  })
  expect(await screen.findByRole('heading', { name: 'Configure su segundo factor' })).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Rondas' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Usar una aplicación' }))
  await user.type(await screen.findByLabelText('Código que muestra la aplicación'), '123456')
  await user.click(screen.getByRole('button', { name: 'Activar' }))
  await user.click(await screen.findByRole('button', { name: 'Ya los guardé' }))
  expect(await screen.findByRole('heading', { name: 'Rondas de revisión' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/rondas')
})
