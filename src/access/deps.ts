import type { Context as HonoContext } from 'hono'
import type { Clock } from '../kernel/calendar.js'
import type { Database } from '../platform/db/client.js'
import type { AppEnv } from '../platform/http/env.js'

/** One OpenID Connect provider, such as Pro Santé Connect. */
export interface OidcOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The public address of `/api/auth/oidc/callback`, as registered with the provider. */
  readonly redirectUrl: string
  /** Accepted authentication levels (`eidas1` for Pro Santé Connect); asked for, then checked. */
  readonly acrValues?: string | undefined
  /** Default `openid`; Pro Santé Connect wants `openid scope_all`. */
  readonly scope?: string | undefined
}

/** Accounts a demonstration signs in with one click: their password is no secret. */
export interface DemoSignIn {
  readonly password: string
  readonly personas: { email: string; displayName: string; jobTitle: string }[]
}

/** What sign-in and the recognition of callers need, given once when the process is wired. */
export interface AccessDeps {
  readonly db: Database
  readonly clock: Clock
  /** Where people reach the program: decides the `Secure` cookie flag and the accepted `Origin`. */
  readonly publicUrl: string
  /** The installation's secret; the keys that seal second factors derive from it. */
  readonly secret: string
  /** Minutes without a request after which a session ends. Default 15: ward computers are shared. */
  readonly sessionIdleMinutes?: number | undefined
  readonly oidc?: OidcOptions | undefined
  /** Demo accounts share a printed password: they sign in only where this is set. Default: refused. */
  readonly acceptsDemoAccounts?: boolean | undefined
  /** The demo accounts the sign-in screen offers; only where they may sign in. */
  readonly demo?: DemoSignIn | undefined
  /** The caller's network address behind the proxies this installation trusts. Default: the socket's. */
  readonly addressOf?: ((c: HonoContext<AppEnv>) => string) | undefined
}

const DEFAULT_IDLE_MINUTES = 15
/** A shift: nobody stays signed in from one day to the next, however busy. */
export const SESSION_SECONDS_MAX = 12 * 3600

export const idleSecondsOf = ({ sessionIdleMinutes = DEFAULT_IDLE_MINUTES }: AccessDeps): number =>
  sessionIdleMinutes * 60
