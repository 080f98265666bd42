import type { Act } from '../acts/act.ts'

type Settings = {
  name: string
  issuer: string
  clientId: string
  organisationIds: readonly string[]
  domains: readonly string[]
  exclusive: boolean
}

/** The event of an act on a provider. The secret is in none; that it changed is. */
export const recordProvider = (
  act: Act,
  providerId: string,
  verb: 'signOn.register' | 'signOn.edit',
  settings: Settings,
  newSecret: boolean,
) =>
  act.record({
    recordKind: 'sign_on_provider',
    recordId: providerId,
    verb,
    details: {
      name: settings.name,
      issuer: settings.issuer,
      clientId: settings.clientId,
      organisations: [...settings.organisationIds],
      domains: [...settings.domains],
      exclusive: settings.exclusive,
      newSecret,
    },
    roundId: null,
    versionId: null,
    audience: PROVIDER_AUDIENCE,
  })

/** Who hears of providers: those who administer and audit sit in INE itself. */
export const PROVIDER_AUDIENCE = ['ine']
