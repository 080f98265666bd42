import { Button, VisuallyHidden } from '@mantine/core'
import { actingName } from '@portal/domain'
import { LoadingRows, PageHeader } from '@portal/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useMatches, useNavigate } from '@tanstack/react-router'
import { notifications } from '@mantine/notifications'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { signOut } from '../lib/authentication.ts'
import { ButtonLink } from '../lib/button-link.tsx'
import { roleAt } from '../lib/role-at.ts'
import { useSession } from '../lib/session.tsx'
import { ActFor } from './act-for.tsx'
import { DemonstrationBanner } from './demonstration-banner.tsx'
import { LiveSign } from './live-sign.tsx'
import { Navigation, PublicNavigation } from './navigation.tsx'
import './shell.css'

/**
 * What every screen stands in: skip link, banner of the demonstration, header, and the landmark of the content.
 * @param live whether it follows what others do: who just left is still known here for a moment, and must not listen
 */
export function Frame({ children, live = false }: { children: ReactNode; live?: boolean }) {
  const session = useSession()
  const actor = session?.actor ?? null
  /** Signed in, though perhaps not let in yet. */
  const entered = Boolean(actor ?? session?.secondFactor) || session?.withoutAppointment === true
  const [leaving, setLeaving] = useState(false)
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
        {session && !entered && <PublicNavigation />}
        {entered ? (
          <div className="portal-header-end">
            {actor && (
              <>
                {live && !leaving && <LiveSign />}
                <Link
                  to="/cuenta"
                  className={actor.onBehalfOf === null ? 'portal-person' : 'portal-person portal-person-both'}
                >
                  <VisuallyHidden>Mi cuenta: </VisuallyHidden>
                  <span className="portal-person-name">
                    {actingName({ name: actor.personName, onBehalfOf: actor.onBehalfOf })}
                  </span>
                  <span className="portal-person-role">{roleAt(actor.role, actor.organisation.shortName)}</span>
                </Link>
                <ActFor />
              </>
            )}
            <SignOut onLeaving={setLeaving} />
          </div>
        ) : null}
      </header>
      <main id="contenido" className="portal-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

/** @param onLeaving whether somebody is about to be nobody: what listens for them stops first */
function SignOut({ onLeaving }: { onLeaving: (leaving: boolean) => void }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    onLeaving(true)
    if (!(await signOut())) {
      onLeaving(false)
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
  /** The factor is set up, and its person has not yet put the recovery codes away: nothing takes them off the screen. */
  const [codesShown, setCodesShown] = useState(false)
  const inAccount = useMatches().some(({ routeId }) => routeId === '/signed-in/cuenta')
  if (!session) return <Frame>{null}</Frame>
  if (session.secondFactor !== null || codesShown) {
    return (
      <Frame>
        <Suspense fallback={<LoadingRows rows={4} />}>
          <SecondFactorPage onCodes={() => setCodesShown(true)} onDone={() => setCodesShown(false)} />
        </Suspense>
      </Frame>
    )
  }
  return <Frame live>{session.withoutAppointment && !inAccount ? <WithoutAppointment /> : <Outlet />}</Frame>
}

const SecondFactorPage = lazy(async () => {
  const { SecondFactorPage } = await import('../features/account/second-factor-page.tsx')
  return { default: SecondFactorPage }
})

const WithoutAppointment = () => (
  <PageHeader
    title="Su cuenta no tiene un nombramiento vigente"
    sentence="Para ver y hacer algo en el portal se necesita un nombramiento: pida a quien administra el portal que lo registre con el oficio que lo acredita, y vuelva a entrar."
    action={<ButtonLink to="/cuenta">Ver mi cuenta</ButtonLink>}
  />
)
