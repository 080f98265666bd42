import { anActor, aVerification, ORGANISATIONS } from '@portal/samples'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'

test.each([
  ['genuine', 'El acuse es auténtico'],
  ['superseded', 'El acuse es auténtico, pero otro lo sustituye'],
  ['without_effect', 'El acuse es auténtico, pero quedó sin efectos'],
  ['altered', 'Lo registrado no coincide con el acuse'],
] as const)('a receipt that is %s is called so, with the facts of its act', async (result, words) => {
  renderRoute('/verificar/c0de', { stubs: { evidence: { verify: () => aVerification({ result }) } } })
  expect(await screen.findByText(words)).toBeVisible()
  expect(screen.getByText('ACU/CHIS/2017/0003')).toBeVisible()
  expect(screen.getByText('Contenido ilustrativo')).toBeVisible()
})

test('an unknown code is told without any fact', async () => {
  renderRoute('/verificar/c0de', { stubs: { evidence: { verify: () => ({ result: 'unknown' }) } } })
  expect(await screen.findByText('No hay un acuse con este código')).toBeVisible()
  expect(screen.queryByText('Datos del acto')).not.toBeInTheDocument()
})

test('what replaces a receipt is one click away', async () => {
  const verify = () => aVerification({ result: 'superseded', supersededBy: 'n3w' })
  renderRoute('/verificar/c0de', { stubs: { evidence: { verify } } })
  expect(await screen.findByRole('link', { name: 'Ver el acuse que cuenta' })).toHaveAttribute('href', '/verificar/n3w')
})

test('the form takes a code or the address of the QR', async () => {
  const asked: string[] = []
  const verify = ({ code }: { code: string }) => {
    asked.push(code)
    return aVerification()
  }
  const { user } = renderRoute('/verificar', { stubs: { evidence: { verify } } })
  await user.type(await screen.findByLabelText('Código del acuse'), 'https://portal.example/verificar/Zm9v-_8')
  await user.click(screen.getByRole('button', { name: 'Verificar' }))
  expect(await screen.findByText('El acuse es auténtico')).toBeVisible()
  expect(asked).toEqual(['Zm9v-_8'])
})

test('the form says what a code looks like when it gets something else', async () => {
  const { user } = renderRoute('/verificar', {})
  await user.type(await screen.findByLabelText('Código del acuse'), '¿?')
  await user.click(screen.getByRole('button', { name: 'Verificar' }))
  expect(screen.getByLabelText('Código del acuse')).toHaveAccessibleDescription(/Escriba el código/)
})

test.each([
  ['who acted', anActor('opl_liaison', 'chis'), true],
  ['another OPL', anActor('opl_liaison', 'jal'), false],
  ['DERFE', anActor('derfe_head', 'derfe'), true],
  ['nobody in particular', null, false],
])('the receipt itself is offered to %s: %o', async (_who, actor, offered) => {
  const verify = () => aVerification({ organisation: ORGANISATIONS.chis.name })
  renderRoute('/verificar/c0de', { actor, stubs: { evidence: { verify } } })
  await screen.findByText('El acuse es auténtico')
  expect(screen.queryAllByRole('link', { name: 'Abrir el acuse (PDF)' })).toHaveLength(offered ? 1 : 0)
})
