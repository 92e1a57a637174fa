import { createRoute } from '@tanstack/react-router'
import { signedInRoute } from '../app/signed-in-route.js'
import { lazyPage } from '../ui/lazy-page.js'

const shell = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tournee',
  component: lazyPage(() => import('./shell/courier-shell.js'), 'CourierShell'),
})

const runs = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyPage(() => import('./runs/runs-page.js'), 'RunsPage'),
})

const outbox = createRoute({
  getParentRoute: () => shell,
  path: '/envois',
  component: lazyPage(() => import('./outbox/outbox-page.js'), 'OutboxPage'),
})

const round = createRoute({
  getParentRoute: () => shell,
  path: '/$runId',
  component: lazyPage(() => import('./round/round-page.js'), 'RoundPage'),
})

const loading = createRoute({
  getParentRoute: () => shell,
  path: '/$runId/chargement',
  component: lazyPage(() => import('./round/loading-page.js'), 'LoadingPage'),
})

const stop = createRoute({
  getParentRoute: () => shell,
  path: '/$runId/arret/$stopId',
  component: lazyPage(() => import('./stop/stop-page.js'), 'StopPage'),
})

const hub = createRoute({
  getParentRoute: () => shell,
  path: '/$runId/retour',
  component: lazyPage(() => import('./round/hub-page.js'), 'HubPage'),
})

export const courierRoutes = [shell.addChildren([runs, outbox, round, loading, stop, hub])]
