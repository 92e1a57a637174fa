import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Clock } from '../../kernel/calendar.js'
import { DomainError } from '../../kernel/errors.js'
import type { OidcOptions } from '../deps.js'
import type { Vault } from '../secrets.js'
import type { Provider } from './provider.js'

const FLOW_SECONDS_MAX = 600

/** What the browser must bring back, sealed in its cookie: no server memory, so any process can answer. */
const Flow = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  returnTo: z.string(),
  expiresAtMs: z.int(),
})
type Flow = z.infer<typeof Flow>

export interface OidcTools {
  readonly options: OidcOptions
  readonly provider: Provider
  readonly vault: Vault
  readonly clock: Clock
}

/** Where to send the browser, and the sealed flow to put in its cookie. */
export async function beginFlow(
  { options, provider, vault, clock }: OidcTools,
  returnTo: string,
): Promise<{ url: string; sealedFlow: string }> {
  const flow: Flow = {
    verifier: oidc.randomPKCECodeVerifier(),
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    returnTo,
    expiresAtMs: clock().getTime() + FLOW_SECONDS_MAX * 1000,
  }
  const url = oidc.buildAuthorizationUrl(await provider(), {
    redirect_uri: options.redirectUrl,
    scope: options.scope ?? 'openid',
    code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
    state: flow.state,
    nonce: flow.nonce,
    ...(options.acrValues && { acr_values: options.acrValues }),
  })
  return {
    url: url.href,
    sealedFlow: vault.seal('oidc-flow', JSON.stringify(flow), options.issuer),
  }
}

/**
 * Exchanges the provider's answer: state, nonce, PKCE, signature, audience and authentication level are
 * all checked. Gives every name the provider knows the person by: Pro Santé Connect's `sub` is its own,
 * and the national identifier comes as `SubjectNameID`.
 * @throws DomainError `invalid-credentials` when anything does not hold together
 */
export async function completeFlow(
  tools: OidcTools,
  search: string,
  sealedFlow: string | undefined,
): Promise<{ subjects: string[]; returnTo: string }> {
  const flow = openFlow(tools, sealedFlow)
  if (flow === undefined) throw refusal('This sign-in was not started here, or too long ago')
  const provider = await tools.provider()
  // The address as registered: behind a proxy the one we see differs.
  const currentUrl = new URL(tools.options.redirectUrl)
  currentUrl.search = search
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, currentUrl, {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined) throw refusal('The provider sent no identity')
    requireLevel(tools.options, claims['acr'])
    const named =
      nationalId(claims) ??
      (provider.serverMetadata().userinfo_endpoint === undefined
        ? undefined
        : nationalId(await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)))
    return { subjects: [claims.sub, ...(named ?? [])], returnTo: flow.returnTo }
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw refusal('The answer of the identity provider could not be verified', error)
  }
}

function openFlow({ vault, options, clock }: OidcTools, sealed = ''): Flow | undefined {
  const plain = vault.open('oidc-flow', sealed, options.issuer)
  if (plain === undefined) return undefined
  const flow = Flow.parse(JSON.parse(plain))
  return flow.expiresAtMs > clock().getTime() ? flow : undefined
}

function requireLevel({ acrValues }: OidcOptions, acr: unknown): void {
  if (!acrValues || acrValues.split(' ').includes(String(acr))) return
  throw refusal('The provider authenticated this person at a lower level than asked')
}

function nationalId(claims: Readonly<Record<string, unknown>>): string[] | undefined {
  const id = claims['SubjectNameID']
  return typeof id === 'string' && id !== '' ? [id] : undefined
}

function refusal(message: string, cause?: unknown): DomainError {
  const error = new DomainError('invalid-credentials', `${message}; start again`)
  error.cause = cause
  return error
}
