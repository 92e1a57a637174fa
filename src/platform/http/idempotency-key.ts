import { createHash } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import { invalidField } from '../../kernel/errors.js'
import type { AppEnv } from './env.js'

const MUTATIONS = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const KEY = /^[\x21-\x7e]{8,128}$/

/**
 * Hands the caller's `Idempotency-Key` to the verb, with a digest of method, path and body: the same key
 * with the same request gets the first answer, with another one `idempotency-key-reused`.
 */
export const idempotencyKey = createMiddleware<AppEnv>(async (c, next) => {
  const key = c.req.header('idempotency-key')
  if (key !== undefined && MUTATIONS.has(c.req.method)) {
    if (!KEY.test(key)) {
      throw invalidField('Idempotency-Key', 'Send 8 to 128 printable characters, such as a UUID')
    }
    const digest = createHash('sha256').update(`${c.req.method} ${c.req.path}\n`)
    const fingerprint = digest.update(new Uint8Array(await c.req.arrayBuffer())).digest('hex')
    c.set('ctx', { ...c.var.ctx, idempotency: { key, fingerprint } })
  }
  await next()
})
