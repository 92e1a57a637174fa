import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'
import { signedInRoute } from '../app/signed-in-route.js'

const today = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie',
  component: lazyRouteComponent(() => import('./home/home-page.js'), 'HomePage'),
})
const queue = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie/commandes',
  component: lazyRouteComponent(() => import('./orders/queue-page.js'), 'QueuePage'),
})
const order = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie/commandes/$orderId',
  component: lazyRouteComponent(() => import('./orders/order-page.js'), 'OrderPage'),
})
const pickingList = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie/preparation',
  component: lazyRouteComponent(() => import('./picking/picking-list-page.js'), 'PickingListPage'),
})
/** Outside the frame: one line fills the tablet. */
const picking = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/pharmacie/preparation/$orderId',
  component: lazyRouteComponent(() => import('./picking/picking-page.js'), 'PickingPage'),
})
const deliveries = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie/envois',
  component: lazyRouteComponent(() => import('./deliveries/deliveries-page.js'), 'DeliveriesPage'),
})
const delivery = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie/envois/$deliveryId',
  component: lazyRouteComponent(() => import('./deliveries/delivery-page.js'), 'DeliveryPage'),
})

export const orderRoutes = [today, queue, order, pickingList, picking, deliveries, delivery]
