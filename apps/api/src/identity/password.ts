import { acceptPassword } from '@portal/domain'
import { granted } from '../refused.ts'

let common: Promise<ReadonlySet<string>> | undefined

/** The list is large and seldom asked. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']))
  return await common
}

/** The hash of a password that the rule accepts, as better-auth keeps it. @throws Refused PASSWORD_NOT_ACCEPTED */
export async function acceptablePassword(password: string, person: { name: string; email: string }): Promise<string> {
  const list = await commonPasswords()
  granted(acceptPassword(password, person, (form) => list.has(form)))
  const { hashPassword } = await import('better-auth/crypto')
  return await hashPassword(password)
}
