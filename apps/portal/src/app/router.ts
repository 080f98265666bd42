import { createRouter, type RouterHistory } from '@tanstack/react-router'
import { NotFoundPage, RouteErrorPage, RoutePendingPage } from './fallback-pages.tsx'
import { attachPages } from './pages.ts'
import { routeTree, type RouterContext } from './routes.ts'

attachPages()

export const createPortalRouter = (context: RouterContext, history?: RouterHistory) =>
  createRouter({
    routeTree,
    context,
    ...(history && { history }),
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    // What a page asks for is shown by the page itself: no wait between two screens that would hide it.
    defaultPendingMs: 300,
    defaultPendingComponent: RoutePendingPage,
    defaultErrorComponent: RouteErrorPage,
    defaultNotFoundComponent: NotFoundPage,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>
  }
}
