import { createRoute } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'
import { lazyPage } from '../ui/lazy-page.js'

const arrivals = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire',
  component: lazyPage(() => import('./arrivals/arrivals-page.js'), 'ArrivalsPage'),
})

const scanFirst = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/reception',
  component: lazyPage(() => import('./bench/scan-page.js'), 'ScanPage'),
})

const bench = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/reception/$shipmentId',
  component: lazyPage(() => import('./bench/bench-page.js'), 'BenchPage'),
})

const containers = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/colis',
  component: lazyPage(() => import('./containers/containers-page.js'), 'ContainersPage'),
})

const container = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/colis/$shipmentId',
  component: lazyPage(() => import('./containers/container-page.js'), 'ContainerPage'),
})

const alarms = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/alarmes',
  component: lazyPage(() => import('./alarms/alarms-page.js'), 'AlarmsPage'),
})

const exams = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/examens',
  component: lazyPage(() => import('./exams/exams-page.js'), 'ExamsPage'),
})

const runs = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/tournees',
  component: lazyPage(() => import('./runs/lab-runs-page.js'), 'LabRunsPage'),
})

const run = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire/tournees/$runId',
  component: lazyPage(() => import('./runs/lab-run-page.js'), 'LabRunPage'),
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
