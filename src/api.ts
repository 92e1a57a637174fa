import { bodyLimit } from 'hono/body-limit'
import { openAPIRouteHandler } from 'hono-openapi'
import type { Logger } from 'pino'
import { DomainError } from './kernel/errors.js'
import type { Clock } from './kernel/calendar.js'
import type { Database } from './platform/db/client.js'
import { createRouter } from './platform/http/contract.js'
import { docsRoutes } from './platform/http/docs.js'
import { type Dependency, healthRoutes } from './platform/http/health.js'
import { idempotencyKey } from './platform/http/idempotency-key.js'
import type { HttpMetrics } from './platform/http/metrics.js'
import { onError, onNotFound } from './platform/http/problem.js'
import { requestScope } from './platform/http/request-scope.js'

/** Large enough for a catalogue upload, small enough to bound memory. */
const BODY_BYTES_MAX = 64 * 1024 * 1024

export interface ApiDependencies {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly metrics: HttpMetrics
  readonly checksReplies: boolean
  readonly health: readonly Dependency[]
}

const tooLarge = () => {
  throw new DomainError('invalid-input', 'The request is larger than 64 MB; split it', {})
}

/** Composes every router. Deny by default: below /api/v1 nothing is reached without an actor. */
export function createApi({ log, metrics, checksReplies, health }: ApiDependencies) {
  const api = createRouter()
  api.use(requestScope({ log, metrics, checksReplies }))
  api.use(bodyLimit({ maxSize: BODY_BYTES_MAX, onError: tooLarge }))
  api.onError(onError)
  api.notFound(onNotFound)

  api.route('/', healthRoutes(health, metrics))
  api.route('/', docsRoutes())
  api.use('/api/v1/*', idempotencyKey)
  api.get('/openapi.json', openAPIRouteHandler(api, { documentation: DOCUMENTATION }))
  return api
}

const DOCUMENTATION = {
  info: {
    title: 'Navette',
    version: '1',
    description:
      'The shared pharmacy and laboratory of a group of hospitals: orders, stock, runs, specimens, monthly statements.',
  },
}
