import type { Context as HonoContext } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../platform/http/env.js'
import { SESSION_COOKIE } from './caller.js'
import { type AccessDeps, SESSION_SECONDS_MAX } from './deps.js'

const FLOW_COOKIE_SECONDS = 600
export const FLOW_COOKIE = 'navette_oidc'

const isSecure = ({ publicUrl }: AccessDeps): boolean => publicUrl.startsWith('https:')

export function giveSessionCookie(c: HonoContext<AppEnv>, deps: AccessDeps, token: string): void {
  setCookie(c, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(deps),
    path: '/',
    maxAge: SESSION_SECONDS_MAX,
  })
}

export function takeSessionCookie(c: HonoContext<AppEnv>, deps: AccessDeps): void {
  deleteCookie(c, SESSION_COOKIE, { path: '/', secure: isSecure(deps) })
}

/** `Lax` lets it come back with the provider's redirection, and with nothing else from elsewhere. */
export function giveFlowCookie(c: HonoContext<AppEnv>, deps: AccessDeps, flow: string): void {
  setCookie(c, FLOW_COOKIE, flow, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(deps),
    path: '/api/auth/oidc',
    maxAge: FLOW_COOKIE_SECONDS,
  })
}

export function takeFlowCookie(c: HonoContext<AppEnv>, deps: AccessDeps): void {
  deleteCookie(c, FLOW_COOKIE, { path: '/api/auth/oidc', secure: isSecure(deps) })
}
