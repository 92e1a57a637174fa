import { lazyRouteComponent } from '@tanstack/react-router'
import { request } from '../api/client.js'

/**
 * A page that is loaded when it is first opened. When its file does not come, the router loads the
 * application anew, as there is a newer one; without a network that would leave an empty window, so that
 * the page says what is wrong instead.
 */
export const lazyPage: typeof lazyRouteComponent = (importer, name) =>
  lazyRouteComponent(
    () =>
      importer().catch(async (error: unknown) => {
        await request('/', { method: 'HEAD' })
        throw error
      }),
    name,
  )
