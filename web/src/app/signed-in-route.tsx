import { createRoute, Outlet, redirect } from '@tanstack/react-router'
import { useLiveUpdates } from '../api/live.js'
import { queryClient } from '../api/query-client.js'
import { sessionQuery } from '../api/session.js'
import { rootRoute } from './root-route.js'
import { SignInAgain } from './sign-in/sign-in-again.js'

/** Everything below needs somebody signed in; the address asked for is where they land afterwards. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (session === null) throw redirect({ to: '/connexion', search: { retour: location.href } })
  },
  component: SignedIn,
})

function SignedIn() {
  useLiveUpdates(queryClient)
  return (
    <>
      <Outlet />
      <SignInAgain />
    </>
  )
}
