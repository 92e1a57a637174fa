import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.js'

export interface BodySizeOptions {
  readonly bytesMax: number
  /** Throws the refusal. */
  refuse(): never
}

/**
 * Refuses a body of more than `bytesMax` bytes. A declared length is believed, because the parser of
 * HTTP reads no byte beyond it; only a body without one is counted, as opening the body as a stream
 * costs more than the rest of a small request.
 */
export function limitBody({ bytesMax, refuse }: BodySizeOptions) {
  const counted = bodyLimit({ maxSize: bytesMax, onError: refuse })
  return createMiddleware<AppEnv>(async (c, next) => {
    const declared = c.req.header('content-length')
    if (declared === undefined || c.req.header('transfer-encoding') !== undefined) {
      return counted(c, next)
    }
    if (Number(declared) > bytesMax) refuse()
    await next()
  })
}
