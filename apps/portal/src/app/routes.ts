import type { AppRouter } from '@portal/api'
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { textSearch } from './search.ts'

/**
 * The portal's addresses, and what each carries in its query. Which page draws an address stands in `pages.ts`: pages ask
 * for their params through these routes, so that the types of the one must not depend on the other.
 */
export type RouterContext = { queryClient: QueryClient; trpc: TRPCOptionsProxy<AppRouter> }

export const rootRoute = createRootRouteWithContext<RouterContext>()()

/** Below it nobody need be signed in. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public' })

export const signInRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: 'entrar',
  validateSearch: textSearch('volver'),
})

export const signOnRefusedRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: 'entrada-no-concedida',
  validateSearch: textSearch('motivo'),
})

export const firstAdministratorRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: 'primera-administracion',
  validateSearch: textSearch('token'),
})

export const invitationRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: 'invitacion',
  validateSearch: textSearch('token'),
})

export const verifyFormRoute = createRoute({ getParentRoute: () => publicRoute, path: 'verificar' })
export const verifyRoute = createRoute({ getParentRoute: () => publicRoute, path: 'verificar/$code' })

export const publicVersionsRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: 'publico',
  validateSearch: textSearch('buscar'),
})
export const publicVersionRoute = createRoute({ getParentRoute: () => publicRoute, path: 'publico/$versionId' })

/** Everything below needs somebody signed in; who is not goes to `/entrar` and comes back afterwards. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(context.trpc.session.current.queryOptions())
    if (session.actor === null && !session.withoutAppointment && session.secondFactor?.step !== 'set_up') {
      throw redirect({ to: '/entrar', search: location.href === '/' ? {} : { volver: location.href } })
    }
    if (session.secondFactor !== null) return
    // Names of organisations stand on nearly every screen: asked for along with the page, waited for by nobody.
    void context.queryClient.prefetchQuery(context.trpc.directory.organisations.queryOptions())
  },
})

export const myTurnRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/' })

export const specificationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'especificaciones',
  validateSearch: textSearch('tipo', 'buscar'),
})
export const specificationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'especificaciones/$specificationId',
})
export const comparisonRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'especificaciones/$specificationId/comparar',
  validateSearch: textSearch('de', 'a', 'vista', 'cambio', 'numeral', 'lamina', 'pagina', 'modo'),
})
export const clauseHistoryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'numerales/$clauseId',
})
export const versionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'versiones/$versionId',
  validateSearch: textSearch('numeral', 'lamina', 'pagina'),
})
export const proposalRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'versiones/$versionId/propuesta',
})

export const promisesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'versiones/$versionId/acordado',
  validateSearch: textSearch('resultado'),
})
export const prepareRoundRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'versiones/$versionId/ronda',
})

export const roundsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'rondas',
  validateSearch: textSearch('estado', 'especificacion'),
})

const ROUND_TABS = ['conformidad', 'documento', 'tabla', 'avance', 'plazos'] as const
export type RoundTab = (typeof ROUND_TABS)[number]

const roundSearch = textSearch('numeral', 'observacion', 'lamina', 'pagina', 'opl', 'estado', 'tipo', 'sentido')

export const roundRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'rondas/$roundId',
  validateSearch: (raw: Record<string, unknown>): ReturnType<typeof roundSearch> & { vista?: RoundTab | undefined } => {
    const vista = ROUND_TABS.find((tab) => tab === raw['vista'])
    return vista === undefined ? roundSearch(raw) : { ...roundSearch(raw), vista }
  },
})
export const resolveRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'rondas/$roundId/resolver',
  validateSearch: textSearch('observacion', 'opl', 'estado', 'tipo', 'sentido'),
})
export const offlineRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'rondas/$roundId/sin-conexion',
  validateSearch: textSearch('archivo', 'estado'),
})
export const matrixRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'rondas/$roundId/matriz',
  validateSearch: textSearch('opl', 'numeral', 'tipo', 'sentido', 'vista'),
})

export const overviewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'rondas/$roundId/panorama',
})

export const logRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'bitacora',
  validateSearch: textSearch('organizacion', 'persona', 'acto', 'registro', 'clave', 'desde', 'hasta'),
})

export const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'personas',
  validateSearch: textSearch('institucion', 'funcion', 'estado', 'buscar'),
})

export const publicationRoute = createRoute({ getParentRoute: () => signedInRoute, path: 'publicacion' })
export const delegationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'personas/suplencias',
  validateSearch: textSearch('institucion', 'estado'),
})

export const providersRoute = createRoute({ getParentRoute: () => signedInRoute, path: 'seguridad/proveedores' })

export const accountRoute = createRoute({ getParentRoute: () => signedInRoute, path: 'cuenta' })

export const trailRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'bitacora/$recordId',
  validateSearch: textSearch('persona', 'acto', 'desde', 'hasta'),
})

export const routeTree = rootRoute.addChildren([
  publicRoute.addChildren([
    signInRoute,
    signOnRefusedRoute,
    firstAdministratorRoute,
    invitationRoute,
    verifyFormRoute,
    verifyRoute,
    publicVersionsRoute,
    publicVersionRoute,
  ]),
  signedInRoute.addChildren([
    myTurnRoute,
    specificationsRoute,
    specificationRoute,
    comparisonRoute,
    clauseHistoryRoute,
    versionRoute,
    proposalRoute,
    promisesRoute,
    prepareRoundRoute,
    roundsRoute,
    roundRoute,
    resolveRoute,
    offlineRoute,
    matrixRoute,
    overviewRoute,
    logRoute,
    peopleRoute,
    accountRoute,
    delegationsRoute,
    providersRoute,
    publicationRoute,
    trailRoute,
  ]),
])
