import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../app/signed-in-route.js'

const home = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tournee',
  component: lazyRouteComponent(() => import('./home/home-page.js'), 'HomePage'),
})

export const courierRoutes = [home]
