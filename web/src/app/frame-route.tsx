import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../ui/lazy-page.js'
import { signedInRoute } from './signed-in-route.js'

/** The desk: rail, top bar, page. Every space lives in it, except the courier's telephone. */
export const frameRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'frame',
  component: lazyPage(() => import('./frame/frame.js'), 'Frame'),
})
