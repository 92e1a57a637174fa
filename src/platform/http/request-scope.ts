import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'
import { uuidv7 } from 'uuidv7'
import type { AppEnv } from './env.js'
import type { HttpMetrics } from './metrics.js'

const SAFE_ID = /^[\w.-]{1,64}$/

/**
 * No script, style, font or frame from anywhere else: the API serves everything it shows. The barcode
 * decoder is WebAssembly; pictures and sounds made on the spot are `blob:`.
 */
const SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: ReadonlyArray<readonly [string, string]> = [
  ['content-security-policy', SECURITY_POLICY],
  // The courier's telephone reads barcodes.
  ['permissions-policy', 'camera=(self), microphone=(), geolocation=()'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
]

export interface RequestScopeOptions {
  readonly log: Logger
  readonly metrics: HttpMetrics
  readonly checksReplies: boolean
}

/**
 * Gives each request its id and child logger, and counts it. Headers are set before `next()`: setting
 * one afterwards makes Hono copy the whole response.
 */
export const requestScope = ({ log, metrics, checksReplies }: RequestScopeOptions) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const given = c.req.header('x-request-id')
    const requestId = given !== undefined && SAFE_ID.test(given) ? given : uuidv7()
    c.set('requestId', requestId)
    c.set('checksReplies', checksReplies)
    c.set('log', log.child({ requestId }))
    c.header('x-request-id', requestId)
    for (const [name, value] of HEADERS) c.header(name, value)

    const startedAt = performance.now()
    await next()
    const seconds = (performance.now() - startedAt) / 1000
    const route = routePath(c, -1)
    metrics.observe({ method: c.req.method, route, status: c.res.status, seconds })
    c.var.log.info(
      { method: c.req.method, route, status: c.res.status, ms: Math.round(seconds * 1000) },
      'request',
    )
  })
