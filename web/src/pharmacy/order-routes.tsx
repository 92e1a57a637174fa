import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'

const today = createRoute({
  getParentRoute: () => frameRoute,
  path: '/pharmacie',
  component: lazyRouteComponent(() => import('./home/home-page.js'), 'HomePage'),
})

export const orderRoutes = [today]
