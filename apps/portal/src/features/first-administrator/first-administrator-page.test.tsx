import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw/http'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { server } from '../../testing/stub-api.ts'

async function fill(user: ReturnType<typeof renderRoute>['user'], password: string) {
  await user.type(await screen.findByLabelText('Nombre completo'), 'Ana Solís')
  await user.type(screen.getByLabelText('Correo electrónico'), 'ana@ine.mx')
  await user.type(screen.getByLabelText('Contraseña'), password)
  await user.click(screen.getByRole('button', { name: 'Crear la cuenta' }))
}

test('the link makes the first account, which can then enter', async () => {
  let sent: unknown
  server.use(
    http.post('*/auth/primera-administracion', async ({ request }) => {
      sent = await request.json()
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { user } = renderRoute('/primera-administracion?token=t0ken', {})
  await fill(user, 'una frase muy larga')
  expect(await screen.findByRole('heading', { name: 'La cuenta está lista' })).toBeVisible()
  expect(sent).toEqual({ token: 't0ken', name: 'Ana Solís', email: 'ana@ine.mx', password: 'una frase muy larga' })
})

test('a spent link says how to get another', async () => {
  server.use(http.post('*/auth/primera-administracion', () => HttpResponse.json({}, { status: 404 })))
  const { user } = renderRoute('/primera-administracion?token=t0ken', {})
  await fill(user, 'una frase muy larga')
  expect(await screen.findByRole('alert')).toHaveTextContent('reinicie el portal')
})

test('a short password is said at its field', async () => {
  const { user } = renderRoute('/primera-administracion?token=t0ken', {})
  await fill(user, 'corta')
  expect(screen.getByLabelText('Contraseña')).toHaveAccessibleDescription(/al menos 12 caracteres/)
})

test('without the link there is no form', async () => {
  renderRoute('/primera-administracion', {})
  expect(await screen.findByText('Falta el enlace')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Crear la cuenta' })).not.toBeInTheDocument()
})
