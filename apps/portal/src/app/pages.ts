import { lazyRouteComponent } from '@tanstack/react-router'
import { FramedErrorPage, FramedNotFoundPage } from './framed-pages.tsx'
import * as routes from './routes.ts'
import { RootLayout } from './root-layout.tsx'
import { PublicLayout, SignedInLayout } from './shell.tsx'

/** Gives each address its page. A page's code is fetched when somebody first goes there. */
export function attachPages(): void {
  routes.rootRoute.update({
    component: RootLayout,
    notFoundComponent: FramedNotFoundPage,
    errorComponent: FramedErrorPage,
  })
  routes.publicRoute.update({ component: PublicLayout })
  routes.signedInRoute.update({ component: SignedInLayout, errorComponent: FramedErrorPage })

  routes.signInRoute.update({
    component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page.tsx'), 'SignInPage'),
  })
  routes.firstAdministratorRoute.update({
    component: lazyRouteComponent(
      () => import('../features/first-administrator/first-administrator-page.tsx'),
      'FirstAdministratorPage',
    ),
  })
  routes.invitationRoute.update({
    component: lazyRouteComponent(() => import('../features/invitation/invitation-page.tsx'), 'InvitationPage'),
  })
  routes.peopleRoute.update({
    component: lazyRouteComponent(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
  })
  routes.accountRoute.update({
    component: lazyRouteComponent(() => import('../features/account/account-page.tsx'), 'AccountPage'),
  })
  routes.signOnRefusedRoute.update({
    component: lazyRouteComponent(() => import('../features/sign-in/sign-on-refused-page.tsx'), 'SignOnRefusedPage'),
  })
  routes.delegationsRoute.update({
    component: lazyRouteComponent(() => import('../features/people/delegations-page.tsx'), 'DelegationsPage'),
  })
  routes.providersRoute.update({
    component: lazyRouteComponent(() => import('../features/identity-providers/providers-page.tsx'), 'ProvidersPage'),
  })
  routes.verifyFormRoute.update({
    component: lazyRouteComponent(() => import('../features/evidence/verify-form-page.tsx'), 'VerifyFormPage'),
  })
  routes.verifyRoute.update({
    component: lazyRouteComponent(() => import('../features/evidence/verify-page.tsx'), 'VerifyPage'),
  })
  routes.publicVersionsRoute.update({
    component: lazyRouteComponent(
      () => import('../features/publication/public-versions-page.tsx'),
      'PublicVersionsPage',
    ),
  })
  routes.publicVersionRoute.update({
    component: lazyRouteComponent(() => import('../features/publication/public-version-page.tsx'), 'PublicVersionPage'),
  })
  routes.publicationRoute.update({
    component: lazyRouteComponent(() => import('../features/publication/publication-page.tsx'), 'PublicationPage'),
  })
  routes.logRoute.update({
    component: lazyRouteComponent(() => import('../features/evidence/log-page.tsx'), 'LogPage'),
  })
  routes.trailRoute.update({
    component: lazyRouteComponent(() => import('../features/evidence/trail-page.tsx'), 'TrailPage'),
  })
  routes.myTurnRoute.update({
    component: lazyRouteComponent(() => import('../features/my-turn/my-turn-page.tsx'), 'MyTurnPage'),
  })
  routes.specificationsRoute.update({
    component: lazyRouteComponent(
      () => import('../features/specifications/specifications-page.tsx'),
      'SpecificationsPage',
    ),
  })
  routes.specificationRoute.update({
    component: lazyRouteComponent(
      () => import('../features/specifications/specification-page.tsx'),
      'SpecificationPage',
    ),
  })
  routes.comparisonRoute.update({
    component: lazyRouteComponent(() => import('../features/comparison/comparison-page.tsx'), 'ComparisonPage'),
  })
  routes.clauseHistoryRoute.update({
    component: lazyRouteComponent(() => import('../features/comparison/history-page.tsx'), 'HistoryPage'),
  })
  routes.versionRoute.update({
    component: lazyRouteComponent(() => import('../features/specifications/version-page.tsx'), 'VersionPage'),
  })
  routes.promisesRoute.update({
    component: lazyRouteComponent(() => import('../features/specifications/promises-page.tsx'), 'PromisesPage'),
  })
  routes.proposalRoute.update({
    component: lazyRouteComponent(() => import('../features/specifications/proposal-page.tsx'), 'ProposalPage'),
  })
  routes.prepareRoundRoute.update({
    component: lazyRouteComponent(() => import('../features/rounds/prepare-round-page.tsx'), 'PrepareRoundPage'),
  })
  routes.roundsRoute.update({
    component: lazyRouteComponent(() => import('../features/rounds/rounds-page.tsx'), 'RoundsPage'),
  })
  routes.roundRoute.update({
    component: lazyRouteComponent(() => import('../features/rounds/round-page.tsx'), 'RoundPage'),
  })
  routes.resolveRoute.update({
    component: lazyRouteComponent(() => import('../features/resolution/resolve-page.tsx'), 'ResolvePage'),
  })
  routes.offlineRoute.update({
    component: lazyRouteComponent(() => import('../features/offline/offline-page.tsx'), 'OfflinePage'),
  })
  routes.matrixRoute.update({
    component: lazyRouteComponent(() => import('../features/matrix/matrix-page.tsx'), 'MatrixPage'),
  })
  routes.overviewRoute.update({
    component: lazyRouteComponent(() => import('../features/overview/overview-page.tsx'), 'OverviewPage'),
  })
}
