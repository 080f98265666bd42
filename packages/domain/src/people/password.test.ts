import { expect, test } from 'vitest'
import { acceptPassword } from './password.ts'

const person = { name: 'Nayeli Gordillo Ruiz', email: 'nayeli.gordillo@iepc-chiapas.example' }
const COMMON = new Set(['password', 'qwertyuiop', 'contrasena'])
const answer = (password: string) => {
  const result = acceptPassword(password, person, (form) => COMMON.has(form))
  return result.ok ? 'accepted' : result.refusal.why
}

test.each([
  ['una frase que nadie adivina', 'accepted'],
  ['corcho-lluvia-mesa', 'accepted'],
  ['482915038261', 'accepted'],
  ['ñandú y ceiba azul', 'accepted'],
  ['solo once ch', 'accepted'],
  ['once signos', 'too_short'],
  ['x'.repeat(201), 'too_long'],
  ['aaaaaaaaaaaa', 'repeated'],
  ['abcabcabcabc', 'repeated'],
  ['Password12345!', 'common'],
  ['P455w0rd!!!!!', 'common'],
  ['Qwertyuiop123', 'common'],
  ['Contraseña2018', 'common'],
  ['Nayeli-Gordillo-17', 'own_name'],
  ['Gordillo201801', 'own_name'],
  ['PortalVMRE2018', 'portal_name'],
  ['Nayeli-INE-2018', 'own_name'],
  ['voto-mexico-2018', 'portal_name'],
])('%s: %s', (password, expected) => {
  expect(answer(password)).toBe(expected)
})

test('emoji count as one character each', () => {
  expect(answer('😀😁😂🤣😃😄😅😆😉😊😋')).toBe('too_short')
})
