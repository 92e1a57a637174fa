import { createRoute, Outlet, redirect } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useLiveUpdates } from '../api/live.js'
import { queryClient } from '../api/query-client.js'
import { sessionQuery } from '../api/session.js'
import { sessionEnded } from '../api/session-end.js'
import { rootRoute } from './root-route.js'

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

const SignInAgain = lazy(() =>
  import('./sign-in/sign-in-again.js').then((module) => ({ default: module.SignInAgain })),
)

function SignedIn() {
  useLiveUpdates(queryClient)
  const [hasEnded, setEnded] = useState(false)
  useEffect(() => sessionEnded.listen(() => setEnded(true)), [])
  return (
    <>
      <Outlet />
      {hasEnded ? (
        <Suspense fallback={null}>
          <SignInAgain onDone={() => setEnded(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
