import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'

const months = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance',
  component: lazyRouteComponent(() => import('./months/months-page.js'), 'MonthsPage'),
})

const close = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/mois/$periodId',
  component: lazyRouteComponent(() => import('./close/close-page.js'), 'ClosePage'),
})

const split = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/repartition',
  component: lazyRouteComponent(() => import('./split/split-page.js'), 'SplitPage'),
})

const keys = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/cles',
  component: lazyRouteComponent(() => import('./keys/keys-page.js'), 'KeysPage'),
})

const charges = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/charges',
  component: lazyRouteComponent(() => import('./charges/charges-page.js'), 'ChargesPage'),
})

const budget = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/budget',
  component: lazyRouteComponent(() => import('./budget/budget-page.js'), 'BudgetPage'),
})

const statements = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/releves',
  component: lazyRouteComponent(() => import('./statements/statements-page.js'), 'StatementsPage'),
})

const statement = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/releves/$statementId',
  component: lazyRouteComponent(() => import('./statements/statement-page.js'), 'StatementPage'),
})

export const financeRoutes = [months, close, split, keys, charges, budget, statements, statement]
