import { formatCount, type Role } from '@portal/domain'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTRPC } from '../lib/trpc.ts'

export function Navigation({ role }: { role: Role }) {
  const trpc = useTRPC()
  const waiting = useQuery(trpc.turn.mine.queryOptions()).data?.mine.length ?? 0
  return (
    <nav aria-label="Principal">
      <ul className="portal-nav">
        <li>
          <Link to="/" activeOptions={{ exact: true }}>
            Mi turno
            {waiting > 0 && (
              <span className="portal-count" aria-label={`${formatCount(waiting)} por atender`} role="img">
                {formatCount(waiting)}
              </span>
            )}
          </Link>
        </li>
        <li>
          <Link to="/especificaciones">Especificaciones</Link>
        </li>
        <li>
          <Link to="/rondas">Rondas</Link>
        </li>
        {role === 'auditor' && (
          <li>
            <Link to="/bitacora" activeOptions={{ exact: true }}>
              Bitácora
            </Link>
          </li>
        )}
        {(role === 'administrator' || role === 'auditor') && (
          <li>
            <Link to="/personas">Personas</Link>
          </li>
        )}
        {(role === 'administrator' || role === 'auditor') && (
          <li>
            <Link to="/publicacion">Publicación</Link>
          </li>
        )}
        <li>
          <Link to="/verificar">Verificar</Link>
        </li>
      </ul>
    </nav>
  )
}

/** What anybody may open without a session. */
export const PublicNavigation = () => (
  <nav aria-label="Pública">
    <ul className="portal-nav">
      <li>
        <Link to="/publico">Información pública</Link>
      </li>
      <li>
        <Link to="/verificar">Verificar</Link>
      </li>
    </ul>
  </nav>
)
