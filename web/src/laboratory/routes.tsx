import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'

const arrivals = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire',
  component: lazyRouteComponent(() => import('./arrivals/arrivals-page.js'), 'ArrivalsPage'),
})

const scanFirst = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/reception',
  component: lazyRouteComponent(() => import('./bench/scan-page.js'), 'ScanPage'),
})

const bench = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/reception/$shipmentId',
  component: lazyRouteComponent(() => import('./bench/bench-page.js'), 'BenchPage'),
})

const containers = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/colis',
  component: lazyRouteComponent(() => import('./containers/containers-page.js'), 'ContainersPage'),
})

const container = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/colis/$shipmentId',
  component: lazyRouteComponent(() => import('./containers/container-page.js'), 'ContainerPage'),
})

const alarms = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/alarmes',
  component: lazyRouteComponent(() => import('./alarms/alarms-page.js'), 'AlarmsPage'),
})

const exams = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/examens',
  component: lazyRouteComponent(() => import('./exams/exams-page.js'), 'ExamsPage'),
})

const runs = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/tournees',
  component: lazyRouteComponent(() => import('./runs/lab-runs-page.js'), 'LabRunsPage'),
})

const run = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/tournees/$runId',
  component: lazyRouteComponent(() => import('./runs/lab-run-page.js'), 'LabRunPage'),
})

export const laboratoryRoutes = [
  arrivals,
  scanFirst,
  bench,
  containers,
  container,
  alarms,
  exams,
  runs,
  run,
]
