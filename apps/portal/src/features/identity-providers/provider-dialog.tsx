import { Checkbox, Modal, MultiSelect, PasswordInput, Stack, TextInput } from '@mantine/core'
import type { ProviderRow } from '@portal/contracts'
import { useOrganisations } from '../../lib/organisations.ts'
import { FormEnd } from '../../lib/form-end.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'
import { domainsIn, useProviderForm, type ProviderFields } from './provider-form.ts'

/** Registers a provider, or changes one. The portal asks it before it keeps anything. */
export function ProviderDialog({
  before,
  redirectUri,
  onClose,
}: {
  before: ProviderRow | null
  redirectUri: string
  onClose: () => void
}) {
  const trpc = useTRPC()
  const organisations = useOrganisations() ?? []
  const form = useProviderForm(before)
  const settings = { touches: [trpc.signOn.pathFilter()], beside: true, onDone: onClose }
  const register = useAct(trpc.signOn.register.mutationOptions(), { done: 'Proveedor registrado.', ...settings })
  const edit = useAct(trpc.signOn.edit.mutationOptions(), { done: 'Proveedor cambiado.', ...settings })
  const { failure, isPending } = before ? edit : register

  const keep = async ({ clientSecret, domains, issuer, ...fields }: ProviderFields) => {
    const provider = { ...fields, issuer: issuer.trim(), domains: domainsIn(domains) }
    if (before) {
      const secret = clientSecret === '' ? null : clientSecret
      await edit.run({ ...provider, clientSecret: secret, providerId: before.id, seen: before.recordVersion })
    } else {
      await register.run({ ...provider, clientSecret })
    }
  }
  return (
    <Modal opened onClose={onClose} title={before ? `Cambiar ${before.name}` : 'Registrar un proveedor de identidad'}>
      <form noValidate onSubmit={form.onSubmit((values) => void keep(values))}>
        <Stack gap="md">
          <TextInput
            label="Dirección de regreso"
            description="Dé esta dirección a quien opera el proveedor, para que registre el portal."
            value={redirectUri}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
          <TextInput
            label="Nombre"
            description="Como se ofrece al entrar: «Entrar con IEPC Jalisco»."
            data-autofocus
            {...form.getInputProps('name')}
          />
          <MultiSelect
            label="Instituciones"
            description="Un solo OPL, o una o varias áreas del INE."
            data={organisations.map(({ id, shortName }) => ({ value: id, label: shortName }))}
            searchable
            {...form.getInputProps('organisationIds')}
          />
          <TextInput
            label="Dominios del correo"
            description="Separados por comas. Solo con ellos se reconoce a quien entra por primera vez."
            {...form.getInputProps('domains')}
          />
          <TextInput
            label="Emisor"
            description="La dirección del proveedor, tal como él la da."
            inputMode="url"
            spellCheck={false}
            {...form.getInputProps('issuer')}
          />
          <TextInput
            label="Identificador de cliente"
            spellCheck={false}
            autoComplete="off"
            {...form.getInputProps('clientId')}
          />
          <PasswordInput
            label="Secreto de cliente"
            description={before ? 'Vacío: queda el que está. No se vuelve a mostrar.' : 'No se vuelve a mostrar.'}
            autoComplete="off"
            visibilityToggleButtonProps={{ tabIndex: 0, 'aria-label': 'Mostrar u ocultar el secreto' }}
            {...form.getInputProps('clientSecret')}
          />
          <Checkbox
            label="Solo por el proveedor"
            description="La contraseña del portal deja de servir a las personas de estas instituciones, salvo a quien administra."
            {...form.getInputProps('exclusive', { type: 'checkbox' })}
          />
          <FormEnd
            failure={failure}
            confirm={before ? 'Guardar los cambios' : 'Registrar'}
            pending={isPending}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
