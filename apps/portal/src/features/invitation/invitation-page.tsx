import type { InvitationView } from '@portal/contracts'
import { EmptyState, LoadingRows, PageHeader, RefusalNote } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../../lib/authentication.ts'
import { ButtonLink } from '../../lib/button-link.tsx'
import { InvitationForm } from './invitation-form.tsx'

const route = getRouteApi('/public/invitacion')

/** The one-time link that the administration handed over opens here: its person chooses a password. */
export function InvitationPage() {
  const { token } = route.useSearch()
  const [entered, setEntered] = useState(false)
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => ask<InvitationView>('/auth/invitacion/leer', { token }),
    enabled: token !== undefined && !entered,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  if (entered) {
    return (
      <PageHeader
        title="Su contraseña está lista"
        sentence="Entre con su correo y la contraseña que acaba de escribir. El enlace ya no sirve."
        action={<ButtonLink to="/entrar">Entrar</ButtonLink>}
      />
    )
  }
  return (
    <>
      <PageHeader
        title="Elija su contraseña"
        sentence="Con ella y su correo entrará al portal. El enlace que abrió sirve una sola vez."
      />
      {token === undefined ? (
        <EmptyState title="Falta el enlace">Abra completo el enlace que le dio quien administra el portal.</EmptyState>
      ) : invitation === undefined ? (
        <LoadingRows rows={3} />
      ) : invitation.ok ? (
        <InvitationForm token={token} invitation={invitation.answer} onEntered={() => setEntered(true)} />
      ) : invitation.status === 404 ? (
        <EmptyState title="El enlace ya no sirve">
          Ya se usó, venció o hay uno más reciente. Pida otro a quien administra el portal.
        </EmptyState>
      ) : (
        <RefusalNote>{invitation.message}</RefusalNote>
      )}
    </>
  )
}
