import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './signed-in-route.js'

/** The desk: rail, top bar, page. Every space lives in it, except the courier's telephone. */
export const frameRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'frame',
  component: lazyRouteComponent(() => import('./frame/frame.js'), 'Frame'),
})
