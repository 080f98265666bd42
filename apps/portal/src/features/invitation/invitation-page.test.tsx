import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw/http'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { server } from '../../testing/stub-api.ts'

const known = () =>
  http.post('*/auth/invitacion/leer', () => HttpResponse.json({ name: 'Ana Solís', email: 'ana@iepc.example' }))
const refusing = (refusal: object, status: number) =>
  http.post('*/auth/invitacion', () => HttpResponse.json({ refusal, requestId: 'r' }, { status }))

async function choose(user: ReturnType<typeof renderRoute>['user'], password: string) {
  await user.type(await screen.findByLabelText('Contraseña'), password)
  await user.click(screen.getByRole('button', { name: 'Guardar la contraseña' }))
}

test('says whose link it is, and takes a password once', async () => {
  let sent: unknown
  server.use(
    known(),
    http.post('*/auth/invitacion', async ({ request }) => {
      sent = await request.json()
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { user } = renderRoute('/invitacion?token=t0ken', {})
  expect(await screen.findByLabelText('Correo electrónico')).toHaveValue('ana@iepc.example')
  await choose(user, 'lluvia sobre el cerro')
  expect(await screen.findByRole('heading', { name: 'Su contraseña está lista' })).toBeVisible()
  expect(sent).toEqual({ token: 't0ken', password: 'lluvia sobre el cerro' })
})

test.each([
  ['corta', /al menos 12 caracteres/],
  ['Contraseña2018', /entre las más usadas/],
])('%s is refused at its field', async (password, sentence) => {
  server.use(known(), refusing({ code: 'PASSWORD_NOT_ACCEPTED', why: 'common' }, 422))
  const { user } = renderRoute('/invitacion?token=t0ken', {})
  await choose(user, password)
  expect(await screen.findByText(sentence, { selector: '[class*=error]' })).toBeVisible()
  expect(screen.getByLabelText('Contraseña')).toBeInvalid()
})

test('a spent link says whom to ask', async () => {
  server.use(http.post('*/auth/invitacion/leer', () => HttpResponse.json({ refusal: null }, { status: 404 })))
  renderRoute('/invitacion?token=t0ken', {})
  expect(await screen.findByText('El enlace ya no sirve')).toBeVisible()
})
