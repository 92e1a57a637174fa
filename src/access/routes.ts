import type { Context as HonoContext } from 'hono'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import type { AppEnv } from '../platform/http/env.js'
import { changePassword } from './change-password.js'
import { confirmTotp } from './confirm-totp.js'
import { giveSessionCookie, takeSessionCookie } from './cookies.js'
import { type AccessDeps, idleSecondsOf } from './deps.js'
import { disableTotp } from './disable-totp.js'
import { oidcRoutes } from './oidc/routes.js'
import { refuseForeignOrigin } from './origin.js'
import { addressOf, anonymousContext, withRetryAfter } from './request.js'
import { requireSession, sessionContextOf } from './require-actor.js'
import {
  ChangePasswordInput,
  ConfirmTotpInput,
  DisableTotpInput,
  SessionView,
  SignedInView,
  SignInInput,
  SignInMethodsView,
  TotpSetupView,
} from './schema.js'
import { createVault } from './secrets.js'
import { setUpTotp } from './set-up-totp.js'
import { showSession } from './show-session.js'
import { signIn } from './sign-in.js'
import { signInMethods } from './sign-in-methods.js'
import { signOut } from './sign-out.js'
import { signOutElsewhere } from './sign-out-elsewhere.js'
import { createThrottle } from './throttle.js'

const tag = 'Access'
const NOTHING = { 204: { description: 'Done' } }

/** Sign-in and one's own account, mounted under /api/auth. */
export function accessRoutes(deps: AccessDeps) {
  const vault = createVault(deps.secret)
  const throttle = createThrottle(deps.db)
  const signedIn = requireSession(deps)
  const tools = (c: HonoContext<AppEnv>) => ({
    vault,
    throttle,
    address: addressOf(deps, c),
    acceptsDemoAccounts: deps.acceptsDemoAccounts ?? false,
  })

  return createRouter()
    .post(
      '/sign-in/email',
      contract({
        operationId: 'signIn',
        summary: 'Sign in with e-mail, password and, where it is on, the second factor',
        tag,
        roles: 'anonymous',
        answers: { 200: { description: 'Signed in', schema: SignedInView } },
        problems: [
          'invalid-input',
          'invalid-credentials',
          'second-factor-required',
          'account-locked',
          'too-many-attempts',
          'forbidden',
        ],
      }),
      valid('json', SignInInput),
      async (c) => {
        refuseForeignOrigin(c.req.raw, deps.publicUrl)
        const answer = await withRetryAfter(c, () =>
          signIn(anonymousContext(deps, c), tools(c), c.req.valid('json')),
        )
        giveSessionCookie(c, deps, answer.token)
        return reply(c, SignedInView, answer)
      },
    )
    .get(
      '/methods',
      contract({
        operationId: 'showSignInMethods',
        summary: 'How one can sign in here',
        tag,
        roles: 'anonymous',
        answers: { 200: { description: 'The ways in', schema: SignInMethodsView } },
      }),
      async (c) => reply(c, SignInMethodsView, await signInMethods(deps)),
    )
    .post(
      '/sign-out',
      contract({
        operationId: 'signOut',
        summary: 'End this session',
        tag,
        roles: 'any',
        answers: NOTHING,
      }),
      signedIn,
      async (c) => {
        await signOut(sessionContextOf(c.var.ctx))
        takeSessionCookie(c, deps)
        return c.body(null, 204)
      },
    )
    .post(
      '/sign-out-elsewhere',
      contract({
        operationId: 'signOutElsewhere',
        summary: 'End every other session of one’s own account',
        tag,
        roles: 'any',
        answers: NOTHING,
      }),
      signedIn,
      async (c) => {
        await signOutElsewhere(sessionContextOf(c.var.ctx))
        return c.body(null, 204)
      },
    )
    .get(
      '/session',
      contract({
        operationId: 'showSession',
        summary: 'Who am I, with my roles in force today',
        tag,
        roles: 'any',
        answers: { 200: { description: 'The session', schema: SessionView } },
      }),
      signedIn,
      async (c) =>
        reply(c, SessionView, await showSession(sessionContextOf(c.var.ctx), idleSecondsOf(deps))),
    )
    .post(
      '/password',
      contract({
        operationId: 'changePassword',
        summary: 'Change one’s own password; the other sessions end',
        tag,
        roles: 'any',
        answers: NOTHING,
        problems: ['invalid-credentials', 'account-locked', 'too-many-attempts', 'wrong-state'],
      }),
      signedIn,
      valid('json', ChangePasswordInput),
      async (c) => {
        const ctx = sessionContextOf(c.var.ctx)
        await withRetryAfter(c, () => changePassword(ctx, tools(c), c.req.valid('json')))
        return c.body(null, 204)
      },
    )
    .post(
      '/totp/setup',
      contract({
        operationId: 'setUpTotp',
        summary: 'Prepare a second factor: the secret is shown once',
        tag,
        roles: 'any',
        answers: { 200: { description: 'The secret to scan', schema: TotpSetupView } },
        problems: ['wrong-state'],
      }),
      signedIn,
      async (c) => reply(c, TotpSetupView, await setUpTotp(sessionContextOf(c.var.ctx), tools(c))),
    )
    .post(
      '/totp/confirm',
      contract({
        operationId: 'confirmTotp',
        summary: 'Turn the prepared second factor on with a first code',
        tag,
        roles: 'any',
        answers: NOTHING,
        problems: ['invalid-credentials', 'account-locked', 'too-many-attempts', 'wrong-state'],
      }),
      signedIn,
      valid('json', ConfirmTotpInput),
      async (c) => {
        const ctx = sessionContextOf(c.var.ctx)
        await withRetryAfter(c, () => confirmTotp(ctx, tools(c), c.req.valid('json')))
        return c.body(null, 204)
      },
    )
    .post(
      '/totp/disable',
      contract({
        operationId: 'disableTotp',
        summary: 'Turn the second factor off, against the password and a last code',
        tag,
        roles: 'any',
        answers: NOTHING,
        problems: ['invalid-credentials', 'account-locked', 'too-many-attempts', 'wrong-state'],
      }),
      signedIn,
      valid('json', DisableTotpInput),
      async (c) => {
        const ctx = sessionContextOf(c.var.ctx)
        await withRetryAfter(c, () => disableTotp(ctx, tools(c), c.req.valid('json')))
        return c.body(null, 204)
      },
    )
    .route('/oidc', oidcRoutes(deps, vault))
}
