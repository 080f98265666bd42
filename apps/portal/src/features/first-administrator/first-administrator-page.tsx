import { EmptyState, PageHeader } from '@portal/ui'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { ButtonLink } from '../../lib/button-link.tsx'
import { FirstAdministratorForm } from './first-administrator-form.tsx'

const route = getRouteApi('/public/primera-administracion')

/** A portal that knows nobody prints a link when it starts; it opens here, once, to make the first account. */
export function FirstAdministratorPage() {
  const { token } = route.useSearch()
  const [created, setCreated] = useState(false)
  if (created) {
    return (
      <PageHeader
        title="La cuenta está lista"
        sentence="Entre con el correo y la contraseña que acaba de escribir. El enlace ya no sirve."
        action={<ButtonLink to="/entrar">Entrar</ButtonLink>}
      />
    )
  }
  return (
    <>
      <PageHeader
        title="Primera administración"
        sentence="Quien administra registra personas, nombramientos y calendarios; no tiene voto en ningún trámite."
      />
      {token === undefined ? (
        <EmptyState title="Falta el enlace">
          Abra el enlace completo que el portal muestra al iniciar cuando todavía no tiene cuentas.
        </EmptyState>
      ) : (
        <FirstAdministratorForm token={token} onCreated={() => setCreated(true)} />
      )}
    </>
  )
}
