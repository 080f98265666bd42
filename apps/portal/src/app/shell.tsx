import { Button } from '@mantine/core'
import { PageHeader } from '@portal/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { signOut } from '../lib/authentication.ts'
import { roleAt } from '../lib/role-at.ts'
import { useSession } from '../lib/session.tsx'
import { DemonstrationBanner } from './demonstration-banner.tsx'
import { LiveSign } from './live-sign.tsx'
import { Navigation } from './navigation.tsx'
import './shell.css'

/** What every screen stands in: skip link, banner of the demonstration, header, and the landmark of the content. */
export function Frame({ children }: { children: ReactNode }) {
  const session = useSession()
  const actor = session?.actor ?? null
  return (
    <div className="portal-frame">
      <a className="portal-skip" href="#contenido">
        Saltar al contenido
      </a>
      {session && <DemonstrationBanner session={session} />}
      <header className="portal-header">
        <Link to="/" className="portal-brand">
          <img className="portal-brand-mark" src="/icono.svg" alt="" />
          <span>
            Portal VMRE<span className="portal-brand-more">: INE y OPL</span>
          </span>
        </Link>
        {actor && <Navigation role={actor.role} />}
        {session && (actor ?? session.withoutAppointment) ? (
          <div className="portal-header-end">
            {actor && (
              <>
                <LiveSign />
                <div className="portal-person">
                  <span className="portal-person-name">{actor.personName}</span>
                  <span className="portal-person-role">{roleAt(actor.role, actor.organisation.shortName)}</span>
                </div>
              </>
            )}
            <SignOut />
          </div>
        ) : null}
      </header>
      <main id="contenido" className="portal-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function SignOut() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    if (!(await signOut())) {
      notifications.show({
        color: 'red',
        title: 'No se pudo salir',
        message: 'Su sesión sigue abierta. Revise su conexión y vuelva a intentar.',
      })
      return
    }
    await navigate({ to: '/entrar' })
    await queryClient.resetQueries()
  }
  return (
    <Button variant="default" size="compact-sm" onClick={() => void leave()}>
      Salir
    </Button>
  )
}

export const PublicLayout = () => (
  <Frame>
    <Outlet />
  </Frame>
)

export function SignedInLayout() {
  const session = useSession()
  return <Frame>{session?.withoutAppointment ? <WithoutAppointment /> : session && <Outlet />}</Frame>
}

const WithoutAppointment = () => (
  <PageHeader
    title="Su cuenta no tiene un nombramiento vigente"
    sentence="Para ver y hacer algo en el portal se necesita un nombramiento: pida a quien administra el portal que lo registre con el oficio que lo acredita, y vuelva a entrar."
  />
)
