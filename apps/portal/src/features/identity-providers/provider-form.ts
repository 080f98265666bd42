import { useForm } from '@mantine/form'
import { RegisterProviderInput, type ProviderRow } from '@portal/contracts'

const { name: Name, clientId: ClientId, domains: Domains } = RegisterProviderInput.shape

export type ProviderFields = {
  name: string
  issuer: string
  clientId: string
  clientSecret: string
  organisationIds: string[]
  /** As typed, separated by commas or spaces. */
  domains: string
  exclusive: boolean
}

export const domainsIn = (typed: string): string[] => typed.split(/[\s,;]+/).filter((domain) => domain !== '')

/** @param before the provider that is changed: its secret may stay */
export const useProviderForm = (before: ProviderRow | null) =>
  useForm<ProviderFields>({
    initialValues: {
      name: before?.name ?? '',
      issuer: before?.issuer ?? '',
      clientId: before?.clientId ?? '',
      clientSecret: '',
      organisationIds: before?.organisationIds ?? [],
      domains: before?.domains.join(', ') ?? '',
      exclusive: before?.exclusive ?? false,
    },
    validate: {
      name: (value) => (Name.safeParse(value).success ? null : 'Escriba el nombre con el que se ofrece al entrar.'),
      organisationIds: (value) => (value.length > 0 ? null : 'Elija al menos una institución.'),
      domains: (value) =>
        Domains.safeParse(domainsIn(value)).success ? null : 'Escriba los dominios del correo, por ejemplo iepc.mx.',
      issuer: (value) =>
        /^https?:\/\/\S+$/.test(value.trim()) ? null : 'Escriba la dirección completa, con https://.',
      clientId: (value) =>
        ClientId.safeParse(value).success ? null : 'Escriba el identificador que el proveedor dio al portal.',
      clientSecret: (value) =>
        value !== '' || before !== null ? null : 'Escriba el secreto que el proveedor dio al portal.',
    },
  })
