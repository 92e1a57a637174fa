import { createRoute } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'
import { signedInRoute } from '../app/signed-in-route.js'
import { lazyPage } from '../ui/lazy-page.js'

const today = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie',
  component: lazyPage(() => import('./home/home-page.js'), 'HomePage'),
})
const queue = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie/commandes',
  component: lazyPage(() => import('./orders/queue-page.js'), 'QueuePage'),
})
const order = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie/commandes/$orderId',
  component: lazyPage(() => import('./orders/order-page.js'), 'OrderPage'),
})
const pickingList = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie/preparation',
  component: lazyPage(() => import('./picking/picking-list-page.js'), 'PickingListPage'),
})
/** Outside the frame: one line fills the tablet. */
const picking = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/pharmacie/preparation/$orderId',
  component: lazyPage(() => import('./picking/picking-page.js'), 'PickingPage'),
})
const deliveries = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie/envois',
  component: lazyPage(() => import('./deliveries/deliveries-page.js'), 'DeliveriesPage'),
})
const delivery = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie/envois/$deliveryId',
  component: lazyPage(() => import('./deliveries/delivery-page.js'), 'DeliveryPage'),
})

export const orderRoutes = [today, queue, order, pickingList, picking, deliveries, delivery]
