import { anActor, aProvider, sampleId } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { StubRefusal } from '../../testing/stub-api.ts'

const actor = anActor('administrator', 'derfe')
const redirectUri = 'https://portal.example/auth/sso/callback'
const providers = (...rows: ReturnType<typeof aProvider>[]) => ({ providers: () => ({ redirectUri, rows }) })
const done = { recordId: sampleId(1), recordVersion: 1, folio: null, code: null }

test('lists whom each provider lets in, and the auditor changes nothing', async () => {
  renderRoute('/seguridad/proveedores', {
    actor: anActor('auditor', 'derfe'),
    stubs: { signOn: providers(aProvider({ allowed: [], exclusive: true, suspendedAt: '2017-12-14T16:30:00.000Z' })) },
  })
  const row = await screen.findByRole('row', { name: /IEPC Jalisco/ })
  expect(row).toHaveTextContent('iepc.example')
  expect(row).toHaveTextContent('Suspendido')
  expect(row).toHaveTextContent('Solo por el proveedor')
  expect(screen.queryByRole('button', { name: 'Registrar un proveedor' })).not.toBeInTheDocument()
})

test('registering sends what was typed; what the portal refuses is said there and nothing is lost', async () => {
  const sent: unknown[] = []
  const { user } = renderRoute('/seguridad/proveedores', {
    actor,
    stubs: {
      signOn: {
        ...providers(),
        register: (input) => {
          sent.push(input)
          if (sent.length > 1) return done
          throw new StubRefusal({ code: 'PROVIDER_NOT_ANSWERING', why: 'unreachable' })
        },
      },
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Registrar un proveedor' }))
  const dialog = within(screen.getByRole('dialog'))
  expect(dialog.getByLabelText('Dirección de regreso')).toHaveValue(redirectUri)
  await user.click(dialog.getByRole('button', { name: 'Registrar' }))
  expect(dialog.getByLabelText('Secreto de cliente')).toHaveAccessibleDescription(/Escriba el secreto/)
  await user.type(dialog.getByLabelText('Nombre'), 'IEPC Chiapas')
  await user.click(dialog.getByRole('combobox', { name: 'Instituciones' }))
  await user.click(await screen.findByRole('option', { name: 'IEPC Chiapas', hidden: true }))
  await user.type(dialog.getByLabelText('Dominios del correo'), 'iepc-chiapas.example, CHIS.example')
  await user.type(dialog.getByLabelText('Emisor'), 'https://idp.example')
  await user.type(dialog.getByLabelText('Identificador de cliente'), 'portal')
  await user.type(dialog.getByLabelText('Secreto de cliente'), 's3cret')
  await user.click(dialog.getByRole('button', { name: 'Registrar' }))
  expect(await dialog.findByRole('alert')).toHaveTextContent('no responde')
  expect(dialog.getByLabelText('Secreto de cliente')).toHaveValue('s3cret')
  await user.click(dialog.getByRole('button', { name: 'Registrar' }))
  expect(await screen.findByText('Proveedor registrado.')).toBeVisible()
  expect(sent[1]).toMatchObject({
    organisationIds: ['chis'],
    domains: ['iepc-chiapas.example', 'CHIS.example'],
    issuer: 'https://idp.example',
    exclusive: false,
  })
})

test('changing keeps the secret unless another is typed, and suspending asks for a reason', async () => {
  const sent: unknown[] = []
  const { user } = renderRoute('/seguridad/proveedores', {
    actor,
    stubs: {
      signOn: {
        ...providers(aProvider()),
        edit: (input) => {
          sent.push(input)
          return done
        },
        suspend: (input) => {
          sent.push(input)
          return done
        },
      },
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Cambiar: IEPC Jalisco' }))
  await user.click(screen.getByRole('checkbox', { name: /Solo por el proveedor/ }))
  await user.click(screen.getByRole('button', { name: 'Guardar los cambios' }))
  await screen.findByText('Proveedor cambiado.')
  expect(sent[0]).toMatchObject({ clientSecret: null, exclusive: true, seen: 1 })
  await user.click(screen.getByRole('button', { name: 'Suspender: IEPC Jalisco' }))
  await user.click(screen.getByRole('button', { name: 'Suspender' }))
  expect(screen.getByLabelText('Razón')).toHaveAccessibleDescription(/Escriba la razón/)
  await user.type(screen.getByLabelText('Razón'), 'Cambio de servidor')
  await user.click(screen.getByRole('button', { name: 'Suspender' }))
  await screen.findByText('Proveedor suspendido.')
  expect(sent[1]).toMatchObject({ reason: 'Cambio de servidor', seen: 1 })
})
