import { getCookie } from 'hono/cookie'
import { z } from 'zod'
import { DomainError } from '../../kernel/errors.js'
import { contract, createRouter, valid } from '../../platform/http/contract.js'
import { FLOW_COOKIE, giveFlowCookie, giveSessionCookie, takeFlowCookie } from '../cookies.js'
import type { AccessDeps } from '../deps.js'
import { anonymousContext } from '../request.js'
import type { Vault } from '../secrets.js'
import { beginFlow, completeFlow, type OidcTools } from './flow.js'
import { createProvider } from './provider.js'
import { signInWithIdentity } from './sign-in-with-identity.js'

const tag = 'Access'

/** A path of ours: `//host` and `/\host` would lead elsewhere. */
const ReturnTo = z.string().regex(/^\/(?![/\\])[\x21-\x7e]*$/, 'A path such as "/orders"')
const StartQuery = z.object({ returnTo: ReturnTo.default('/') })

/** Sign-in through an OpenID Connect provider: authorization code, PKCE, state and nonce. */
export function oidcRoutes(deps: AccessDeps, vault: Vault) {
  const provider = deps.oidc && createProvider(deps.oidc)
  const tools = (): OidcTools => {
    const { oidc: options, clock } = deps
    if (options === undefined || provider === undefined) {
      throw new DomainError('not-found', 'No identity provider is configured here')
    }
    return { options, provider, vault, clock }
  }

  return createRouter()
    .get(
      '/start',
      contract({
        operationId: 'startOidcSignIn',
        summary: 'Go to the identity provider (Pro Santé Connect)',
        tag,
        roles: 'anonymous',
        answers: { 302: { description: 'To the provider' } },
        problems: ['not-found', 'invalid-input'],
      }),
      valid('query', StartQuery),
      async (c) => {
        const { url, sealedFlow } = await beginFlow(tools(), c.req.valid('query').returnTo)
        giveFlowCookie(c, deps, sealedFlow)
        return c.redirect(url)
      },
    )
    .get(
      '/callback',
      contract({
        operationId: 'completeOidcSignIn',
        summary: 'Come back from the identity provider, signed in',
        tag,
        roles: 'anonymous',
        answers: { 302: { description: 'Signed in' } },
        problems: ['not-found', 'invalid-credentials', 'forbidden'],
      }),
      async (c) => {
        const flow = getCookie(c, FLOW_COOKIE)
        // One answer per start, whatever comes of it.
        takeFlowCookie(c, deps)
        const use = tools()
        const { subjects, returnTo } = await completeFlow(use, new URL(c.req.url).search, flow)
        const { issuer } = use.options
        const { token } = await signInWithIdentity(anonymousContext(deps, c), { issuer, subjects })
        giveSessionCookie(c, deps, token)
        return c.redirect(returnTo)
      },
    )
}
