import { describe, expect, test } from 'vitest'
import { admit, domainOf, providerFor, type SignOnFacts } from './sign-on.ts'

const here = { personId: 'ana', appointedHere: true, appointedElsewhere: false }
const elsewhere = { personId: 'ana', appointedHere: false, appointedElsewhere: true }
const ended = { personId: 'ana', appointedHere: false, appointedElsewhere: false }
const facts = (changes: Partial<SignOnFacts> = {}): SignOnFacts => ({
  domains: ['iepc.example'],
  bound: null,
  addressed: { ...here, boundToAnother: false },
  ...changes,
})
const claims = { email: 'ana@iepc.example', emailVerified: true }

describe('whom a provider lets in', () => {
  test.each([
    ['known, appointed here, for the first time', facts(), claims, 'first'],
    ['bound to the subject', facts({ bound: here }), claims, 'again'],
    [
      'bound, whatever address the provider gives',
      facts({ bound: here, addressed: null }),
      { email: null, emailVerified: false },
      'again',
    ],
    ['bound, but the appointment ended', facts({ bound: ended }), claims, 'no_appointment'],
    ['bound, but now appointed by another institution', facts({ bound: elsewhere }), claims, 'other_institution'],
    ['without an address', facts(), { email: null, emailVerified: true }, 'no_email'],
    ['with an address that nobody verified', facts(), { ...claims, emailVerified: false }, 'email_not_verified'],
    [
      'with an address that is not its institution’s',
      facts(),
      { ...claims, email: 'ana@mail.example' },
      'other_domain',
    ],
    ['with an address below its domain', facts(), { ...claims, email: 'ana@x.iepc.example' }, 'other_domain'],
    ['with an address in capitals', facts(), { ...claims, email: 'Ana@IEPC.example' }, 'first'],
    ['nobody knows', facts({ addressed: null }), claims, 'unknown_person'],
    [
      'whose address belonged to another subject',
      facts({ addressed: { ...here, boundToAnother: true } }),
      claims,
      'other_subject',
    ],
    [
      'of another institution',
      facts({ addressed: { ...elsewhere, boundToAnother: false } }),
      claims,
      'other_institution',
    ],
    ['whose appointment ended', facts({ addressed: { ...ended, boundToAnother: false } }), claims, 'no_appointment'],
  ])('%s', (_, given, said, expected) => {
    const result = admit(given, said)
    expect(result.ok ? (result.value.first ? 'first' : 'again') : result.refusal.code).toBe(expected)
  })
})

test.each([
  [['opl'], true],
  [['opl', 'opl'], false],
  [['opl', 'ine_area'], false],
  [['ine_area', 'ine_area', 'informed'], true],
  [[], false],
] as const)('a provider for %j: %s', (kinds, together) => {
  expect(providerFor(kinds.map((kind, index) => ({ id: `o${index}`, kind }))).ok).toBe(together)
})

test('the domain of an address stands behind its last @', () => {
  expect(domainOf('"a@b"@IEPC.example ')).toBe('iepc.example')
})
