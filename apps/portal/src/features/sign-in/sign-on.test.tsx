import { sampleId } from '@portal/samples'
import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw/http'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { server } from '../../testing/stub-api.ts'

const stubs = {
  signOn: {
    offers: () => [{ providerId: sampleId(5), name: 'IEPC Jalisco', domains: ['iepc.example'], exclusive: true }],
  },
}

test('an address of an institution with a provider is led there, with where the person was', async () => {
  const asked: unknown[] = []
  server.use(
    http.post('*/auth/sso/start', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json({ location: new URL('#provider', location.href).href })
    }),
  )
  const { user } = renderRoute('/entrar?volver=/rondas', { stubs })
  await user.type(await screen.findByLabelText('Correo electrónico'), 'ana@mail.example')
  expect(screen.queryByRole('button', { name: /Entrar con/ })).not.toBeInTheDocument()
  await user.clear(screen.getByLabelText('Correo electrónico'))
  await user.type(screen.getByLabelText('Correo electrónico'), 'ana@IEPC.example')
  await user.click(await screen.findByRole('button', { name: 'Entrar con IEPC Jalisco' }))
  await expect.poll(() => location.hash).toBe('#provider')
  expect(asked).toEqual([{ providerId: sampleId(5), email: 'ana@IEPC.example', returnTo: '/rondas' }])
})

test('a provider that does not answer is said at its button, and the address stays', async () => {
  server.use(
    http.post('*/auth/sso/start', () =>
      HttpResponse.json({ refusal: { code: 'PROVIDER_NOT_ANSWERING', why: 'unreachable' } }, { status: 422 }),
    ),
  )
  const { user } = renderRoute('/entrar', { stubs })
  await user.type(await screen.findByLabelText('Correo electrónico'), 'ana@iepc.example')
  await user.click(await screen.findByRole('button', { name: 'Entrar con IEPC Jalisco' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('no responde')
  expect(screen.getByLabelText('Correo electrónico')).toHaveValue('ana@iepc.example')
})

test('whose password no longer serves is led to the provider, also with an address outside of its domains', async () => {
  const refusal = { code: 'SIGN_ON_REQUIRED', providerId: sampleId(5), provider: 'IEPC Jalisco' }
  const asked: unknown[] = []
  server.use(
    http.post('*/auth/sign-in/email', () => HttpResponse.json({ refusal }, { status: 403 })),
    http.post('*/auth/sso/start', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json({ location: new URL('#required', location.href).href })
    }),
  )
  const { user } = renderRoute('/entrar', { stubs })
  const email = await screen.findByLabelText('Correo electrónico')
  await user.type(email, 'ana@mail.example')
  await user.type(screen.getByLabelText('Contraseña'), 'la de antes')
  await user.click(screen.getByRole('button', { name: 'Entrar' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('use el botón «Entrar con IEPC Jalisco»')
  await user.type(email, '.mx')
  expect(screen.queryByRole('button', { name: 'Entrar con IEPC Jalisco' })).not.toBeInTheDocument()
  await user.type(email, '{Backspace>3/}')
  await user.click(screen.getByRole('button', { name: 'Entrar con IEPC Jalisco' }))
  await expect.poll(() => location.hash).toBe('#required')
  expect(asked).toEqual([{ providerId: sampleId(5), email: 'ana@mail.example', returnTo: '/' }])
})

test.each([
  ['unknown_person', 'El portal no conoce su correo'],
  ['no_appointment', 'Su nombramiento no está vigente'],
  ['other_domain', 'Su correo es de otro dominio'],
  ['<script>', 'El proveedor de su institución no confirmó quién es'],
])('whoever is not let in (%s) reads why and what to do', async (why, title) => {
  renderRoute(`/entrada-no-concedida?motivo=${why}`, {})
  expect(await screen.findByRole('heading', { name: title, level: 1 })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Volver a la entrada' })).toHaveAttribute('href', '/entrar')
})
