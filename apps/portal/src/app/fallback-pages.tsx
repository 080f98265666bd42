import { ErrorState, LoadingRows, PageHeader } from '@portal/ui'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ButtonLink } from '../lib/button-link.tsx'
import { failureOf } from '../lib/failure.ts'

export const NotFoundPage = () => (
  <PageHeader
    title="Esta página no existe"
    sentence="El enlace está incompleto o cambió. Lo que le toca atender está en Mi turno."
    action={<ButtonLink to="/">Ir a Mi turno</ButtonLink>}
  />
)

export const RoutePendingPage = () => <LoadingRows />

/** A page's own code could not be fetched: after an update the old files are gone, and a reload brings the new ones. */
const isStaleCode = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script failed/i.test(error.message)

export function RouteErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const { title, message, requestId } = failureOf(error)
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <>
      <PageHeader title="No se pudo mostrar la página" />
      {isStaleCode(error) ? (
        <ErrorState
          title="El portal se actualizó"
          message="Vuelva a cargar la página para usar la versión nueva. Nada de lo enviado se perdió."
          onRetry={() => location.reload()}
        />
      ) : (
        <ErrorState title={title} message={message} requestId={requestId} onRetry={retry} />
      )}
    </>
  )
}
