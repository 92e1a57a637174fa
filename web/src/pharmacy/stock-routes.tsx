import { createRoute } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'
import { lazyPage } from '../ui/lazy-page.js'

const getParentRoute = () => frameRoute

const stock = createRoute({
  getParentRoute,
  path: '/pharmacie/stock',
  component: lazyPage(() => import('./stock/stock-page.js'), 'StockPage'),
})

const stockProduct = createRoute({
  getParentRoute,
  path: '/pharmacie/stock/$productId',
  component: lazyPage(() => import('./stock/product-stock-page.js'), 'ProductStockPage'),
})

const lot = createRoute({
  getParentRoute,
  path: '/pharmacie/lots/$lotId',
  component: lazyPage(() => import('./lots/lot-page.js'), 'LotPage'),
})

const receipts = createRoute({
  getParentRoute,
  path: '/pharmacie/receptions',
  component: lazyPage(() => import('./receipts/receipts-page.js'), 'ReceiptsPage'),
})

const newReceipt = createRoute({
  getParentRoute,
  path: '/pharmacie/receptions/nouvelle',
  component: lazyPage(() => import('./receipts/new-receipt-page.js'), 'NewReceiptPage'),
})

const discrepancies = createRoute({
  getParentRoute,
  path: '/pharmacie/ecarts',
  component: lazyPage(() => import('./discrepancies/discrepancies-page.js'), 'DiscrepanciesPage'),
})

const products = createRoute({
  getParentRoute,
  path: '/pharmacie/produits',
  component: lazyPage(() => import('./products/products-page.js'), 'ProductsPage'),
})

const product = createRoute({
  getParentRoute,
  path: '/pharmacie/produits/$productId',
  component: lazyPage(() => import('./products/product-page.js'), 'ProductPage'),
})

const runs = createRoute({
  getParentRoute,
  path: '/pharmacie/tournees',
  component: lazyPage(() => import('./runs/pharmacy-runs.js'), 'PharmacyRunsPage'),
})

const run = createRoute({
  getParentRoute,
  path: '/pharmacie/tournees/$runId',
  component: lazyPage(() => import('./runs/pharmacy-runs.js'), 'PharmacyRunPage'),
})

export const stockRoutes = [
  stock,
  stockProduct,
  lot,
  receipts,
  newReceipt,
  discrepancies,
  products,
  product,
  runs,
  run,
]
