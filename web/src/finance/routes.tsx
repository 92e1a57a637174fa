import { createRoute } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'
import { lazyPage } from '../ui/lazy-page.js'

const months = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance',
  component: lazyPage(() => import('./months/months-page.js'), 'MonthsPage'),
})

const close = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/mois/$periodId',
  component: lazyPage(() => import('./close/close-page.js'), 'ClosePage'),
})

const split = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/repartition',
  component: lazyPage(() => import('./split/split-page.js'), 'SplitPage'),
})

const keys = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/cles',
  component: lazyPage(() => import('./keys/keys-page.js'), 'KeysPage'),
})

const charges = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/charges',
  component: lazyPage(() => import('./charges/charges-page.js'), 'ChargesPage'),
})

const budget = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/budget',
  component: lazyPage(() => import('./budget/budget-page.js'), 'BudgetPage'),
})

const statements = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/releves',
  component: lazyPage(() => import('./statements/statements-page.js'), 'StatementsPage'),
})

const statement = createRoute({
  getParentRoute: () => frameRoute,
  path: '/finance/releves/$statementId',
  component: lazyPage(() => import('./statements/statement-page.js'), 'StatementPage'),
})

export const financeRoutes = [months, close, split, keys, charges, budget, statements, statement]
