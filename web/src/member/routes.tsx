import { createRoute } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'
import { lazyPage } from '../ui/lazy-page.js'

const home = createRoute({
  getParentRoute: () => frameRoute,
  path: '/etablissement',
  component: lazyPage(() => import('./home/home-page.js'), 'HomePage'),
})

const orders = createRoute({
  getParentRoute: () => frameRoute,
  path: '/etablissement/commandes',
  component: lazyPage(() => import('./orders/list/orders-page.js'), 'OrdersPage'),
})

const newOrder = createRoute({
  getParentRoute: () => frameRoute,
  path: '/etablissement/commandes/nouvelle',
  component: lazyPage(() => import('./orders/compose/compose-page.js'), 'ComposePage'),
})

const order = createRoute({
  getParentRoute: () => frameRoute,
  path: '/etablissement/commandes/$orderId',
  component: lazyPage(() => import('./orders/detail/order-page.js'), 'OrderPage'),
})

const receipts = createRoute({
  getParentRoute: () => frameRoute,
  path: '/etablissement/receptions',
  component: lazyPage(() => import('./receipts/receipts-page.js'), 'ReceiptsPage'),
})

const receipt = createRoute({
  getParentRoute: () => frameRoute,
  path: '/etablissement/receptions/$deliveryId',
  component: lazyPage(() => import('./receipts/receipt-page.js'), 'ReceiptPage'),
})

const shipments = createRoute({
  getParentRoute: () => frameRoute,
  path: '/etablissement/prelevements',
  component: lazyPage(() => import('./tubes/shipments-page.js'), 'ShipmentsPage'),
})

const newShipment = createRoute({
  getParentRoute: () => frameRoute,
  path: '/etablissement/prelevements/nouveau',
  component: lazyPage(() => import('./tubes/new-shipment-page.js'), 'NewShipmentPage'),
})

const shipment = createRoute({
  getParentRoute: () => frameRoute,
  path: '/etablissement/prelevements/$shipmentId',
  component: lazyPage(() => import('./tubes/shipment-page.js'), 'ShipmentPage'),
})

const statements = createRoute({
  getParentRoute: () => frameRoute,
  path: '/etablissement/releves',
  component: lazyPage(() => import('./statements/statements-page.js'), 'StatementsPage'),
})

const statement = createRoute({
  getParentRoute: () => frameRoute,
  path: '/etablissement/releves/$statementId',
  component: lazyPage(() => import('./statements/statement-page.js'), 'StatementPage'),
})

export const memberRoutes = [
  home,
  orders,
  newOrder,
  order,
  receipts,
  receipt,
  shipments,
  newShipment,
  shipment,
  statements,
  statement,
]
