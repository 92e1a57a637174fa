import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'

const stock = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie/stock',
  component: lazyRouteComponent(() => import('./stock/stock-page.js'), 'StockPage'),
})

export const stockRoutes = [stock]
