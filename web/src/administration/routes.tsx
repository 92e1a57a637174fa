import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../app/frame-route.js'

const home = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration',
  component: lazyRouteComponent(() => import('./home/home-page.js'), 'HomePage'),
})

export const administrationRoutes = [home]
