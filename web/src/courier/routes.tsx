import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/signed-in-route.js'

const shell = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tournee',
  component: lazyRouteComponent(() => import('./shell/courier-shell.js'), 'CourierShell'),
})

const runs = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./runs/runs-page.js'), 'RunsPage'),
})

const outbox = createRoute({
  getParentRoute: () => shell,
  path: '/envois',
  component: lazyRouteComponent(() => import('./outbox/outbox-page.js'), 'OutboxPage'),
})

const round = createRoute({
  getParentRoute: () => shell,
  path: '/$runId',
  component: lazyRouteComponent(() => import('./round/round-page.js'), 'RoundPage'),
})

const loading = createRoute({
  getParentRoute: () => shell,
  path: '/$runId/chargement',
  component: lazyRouteComponent(() => import('./round/loading-page.js'), 'LoadingPage'),
})

const stop = createRoute({
  getParentRoute: () => shell,
  path: '/$runId/arret/$stopId',
  component: lazyRouteComponent(() => import('./stop/stop-page.js'), 'StopPage'),
})

const hub = createRoute({
  getParentRoute: () => shell,
  path: '/$runId/retour',
  component: lazyRouteComponent(() => import('./round/hub-page.js'), 'HubPage'),
})

export const courierRoutes = [shell.addChildren([runs, outbox, round, loading, stop, hub])]
