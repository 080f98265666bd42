import { expect, test } from 'vitest'
import { totpCode } from '../../testing/authenticator.ts'
import { base32, stepOfCode, totpUri } from './totp.ts'

/** The secret of the vectors of RFC 6238, appendix B, whose eight digits end in our six. */
const SECRET = Buffer.from('12345678901234567890')

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at second %i the code is %s', (second, code) => {
  expect(totpCode(SECRET, Math.floor(second / 30))).toBe(code)
  expect(stepOfCode(SECRET, code, second * 1000)).toBe(Math.floor(second / 30))
})

test('a code is good for half a minute more on either side, and no longer', () => {
  const at = 1_234_567_890_000
  const step = Math.floor(at / 30_000)
  const good = [-2, -1, 0, 1, 2].map((away) => stepOfCode(SECRET, totpCode(SECRET, step + away), at))
  expect(good).toEqual([null, step - 1, step, step + 1, null])
  expect(stepOfCode(SECRET, '', at)).toBeNull()
})

test('the key URI carries the secret as applications read it', () => {
  expect(base32(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(totpUri(SECRET, 'Portal VMRE', 'a@b.mx')).toBe(
    'otpauth://totp/Portal%20VMRE:a%40b.mx?issuer=Portal%20VMRE&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
  )
})
