import * as oidc from 'openid-client'
import type { OidcOptions } from '../deps.js'

const TIMEOUT_SECONDS = 10

/** The provider's configuration, discovered at first use and again after a failure. */
export type Provider = () => Promise<oidc.Configuration>

export function createProvider(options: OidcOptions): Provider {
  let discovered: Promise<oidc.Configuration> | undefined
  return () => {
    discovered ??= discover(options).catch((error: unknown) => {
      discovered = undefined
      throw error
    })
    return discovered
  }
}

function discover({ issuer, clientId, clientSecret }: OidcOptions): Promise<oidc.Configuration> {
  return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: TIMEOUT_SECONDS,
    execute: [
      // The standard lets a client trust the connection instead; a proxy in between could then sign anybody in.
      oidc.enableNonRepudiationChecks,
      // TLS is not negotiable, except towards a provider on this very machine: a developer's.
      ...(isLoopback(new URL(issuer)) ? [oidc.allowInsecureRequests] : []),
    ],
  })
}

const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
