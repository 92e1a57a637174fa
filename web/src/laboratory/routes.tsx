import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'

const home = createRoute({
  getParentRoute: () => frameRoute,
  path: '/laboratoire',
  component: lazyRouteComponent(() => import('./home/home-page.js'), 'HomePage'),
})

export const laboratoryRoutes = [home]
