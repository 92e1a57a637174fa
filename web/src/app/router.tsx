import { createRoute, createRouter, redirect } from '@tanstack/react-router'
import { administrationRoutes } from '../administration/routes.js'
import { queryClient } from '../api/query-client.js'
import { sessionQuery } from '../api/session.js'
import { courierRoutes } from '../courier/routes.js'
import { financeRoutes } from '../finance/routes.js'
import { laboratoryRoutes } from '../laboratory/routes.js'
import { memberRoutes } from '../member/routes.js'
import { pharmacyRoutes } from '../pharmacy/routes.js'
import { lazyPage } from '../ui/lazy-page.js'
import { frameRoute } from './frame-route.js'
import { NotFoundPage } from './not-found-page.js'
import { PageFailure } from './page-failure.js'
import { rootRoute } from './root-route.js'
import { signedInRoute } from './signed-in-route.js'
import { spacesOf } from './spaces.js'

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    const [first] = session === null ? [] : spacesOf(session)
    if (first !== undefined) throw redirect({ to: first.path })
  },
  component: lazyPage(() => import('./no-space-page.js'), 'NoSpacePage'),
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connexion',
  validateSearch: ({ retour }: Record<string, unknown>) =>
    typeof retour === 'string' ? { retour } : {},
  component: lazyPage(() => import('./sign-in/sign-in-page.js'), 'SignInPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/compte',
  component: lazyPage(() => import('./account/account-page.js'), 'AccountPage'),
})

const documentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/documents/$documentId',
  component: lazyPage(() => import('./document-page.js'), 'DocumentPage'),
})

const kitRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/kit',
  component: lazyPage(() => import('./kit/kit-page.js'), 'KitPage'),
})

const desk = frameRoute.addChildren([
  ...pharmacyRoutes,
  ...memberRoutes,
  ...laboratoryRoutes,
  ...financeRoutes,
  ...administrationRoutes,
  accountRoute,
  documentRoute,
  kitRoute,
])

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signedInRoute.addChildren([homeRoute, desk, ...courierRoutes]),
    signInRoute,
  ]),
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
})
