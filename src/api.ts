import { openAPIRouteHandler } from 'hono-openapi'
import type { Logger } from 'pino'
import { type AccessDeps, accessRoutes, apiKeyRoutes, requireActor } from './access/index.js'
import { auditRoutes } from './audit/index.js'
import { billingRoutes } from './billing/index.js'
import { allotmentRoutes, catalogueRoutes, type ProductSearch } from './catalogue/index.js'
import type { Config } from './config.js'
import { runRoutes, signatureRoutes, templateRoutes } from './courier/index.js'
import { custodyRoutes } from './custody/index.js'
import { deliveryRoutes } from './deliveries/index.js'
import { demoSignIn } from './demo/index.js'
import { documentRoutes } from './documents/index.js'
import { findingRoutes } from './finding/index.js'
import type { Clock } from './kernel/calendar.js'
import { DomainError } from './kernel/errors.js'
import {
  establishmentRoutes,
  groupingRoutes,
  membershipRoutes,
  userRoutes,
} from './members/index.js'
import { operationRoutes } from './operations/index.js'
import { orderRoutes } from './orders/index.js'
import { requireAnyRole } from './platform/authorise.js'
import type { BlobStore } from './platform/blobs/index.js'
import type { Database } from './platform/db/client.js'
import { type EventHub, eventRoutes } from './platform/events/index.js'
import { limitBody } from './platform/http/body-size.js'
import { createRouter } from './platform/http/contract.js'
import { docsRoutes } from './platform/http/docs.js'
import { healthRoutes } from './platform/http/health.js'
import { idempotencyKey } from './platform/http/idempotency-key.js'
import type { HttpMetrics } from './platform/http/metrics.js'
import { onError } from './platform/http/problem.js'
import { requestScope } from './platform/http/request-scope.js'
import type { ScreenFiles } from './platform/http/screen-files.js'
import { screenOrNotFound, screenRoutes } from './platform/http/screens.js'
import { QUEUE_BOARD_PATH, type Queues, queueBoard } from './platform/queues/index.js'

import { specimenRoutes } from './specimens/index.js'
import { addressBehind } from './start/trusted-proxies.js'
import { stockRoutes } from './stock/index.js'
import { todayRoutes } from './today/index.js'

/** Large enough for a catalogue upload, small enough to bound memory. */
const BODY_BYTES_MAX = 64 * 1024 * 1024

export interface ApiDependencies {
  readonly config: Config
  readonly secret: string
  readonly db: Database
  readonly queues: Queues
  readonly blobs: BlobStore
  readonly hub: EventHub
  readonly search: ProductSearch
  readonly screens: ScreenFiles
  readonly clock: Clock
  readonly log: Logger
  readonly metrics: HttpMetrics
}

const tooLarge = (): never => {
  throw new DomainError('invalid-input', 'The request is larger than 64 MB; split it', {})
}

/** Composes every router. Deny by default: below /api/v1 nothing is reached without an actor. */
export function createApi(deps: ApiDependencies) {
  const { config, db, queues, blobs, screens, log, metrics } = deps
  const access = accessDeps(deps)
  const api = createRouter()
  api.use(requestScope({ log, metrics, checksReplies: config.checksReplies }))
  api.use(limitBody({ bytesMax: BODY_BYTES_MAX, refuse: tooLarge }))
  api.onError(onError)
  api.notFound(screenOrNotFound(screens))

  const dependencies = [
    { name: 'database', check: async () => void (await db.prisma.$queryRaw`select 1`) },
    { name: 'queues', check: async () => void (await queues.counts()) },
    { name: 'documents', check: () => blobs.check() },
  ]
  api.route('/', healthRoutes(dependencies, metrics))
  api.route('/', docsRoutes())
  api.route('/', screenRoutes(screens))
  api.route('/api/auth', accessRoutes(access))

  api.use('/api/v1/*', requireActor(access), idempotencyKey)
  api.route('/api/v1', v1(deps))

  api.use(`${QUEUE_BOARD_PATH}/*`, requireActor(access), async (c, next) => {
    requireAnyRole(c.var.ctx, ['administrator'])
    await next()
  })
  api.route(QUEUE_BOARD_PATH, queueBoard(queues))
  api.get('/openapi.json', openAPIRouteHandler(api, OPENAPI))
  return api
}

function v1({ queues, blobs, hub, search }: ApiDependencies) {
  return createRouter()
    .route('/api-keys', apiKeyRoutes)
    .route('/groupings', groupingRoutes)
    .route('/establishments', establishmentRoutes)
    .route('/memberships', membershipRoutes)
    .route('/users', userRoutes)
    .route('/', catalogueRoutes({ search, blobs }))
    .route('/', allotmentRoutes)
    .route('/', stockRoutes)
    .route('/', orderRoutes)
    .route('/', deliveryRoutes)
    .route('/', templateRoutes)
    .route('/', runRoutes)
    .route('/', signatureRoutes)
    .route('/', specimenRoutes)
    .route('/', custodyRoutes)
    .route('/', billingRoutes)
    .route('/', documentRoutes(blobs))
    .route('/', findingRoutes(search))
    .route('/', todayRoutes)
    .route('/', auditRoutes)
    .route('/', operationRoutes(queues))
    .route('/', eventRoutes(hub))
}

/** What the typed client of the screens knows: paths, inputs and answers. */
export type ApiRoutes = ReturnType<typeof v1>
export type AuthRoutes = ReturnType<typeof accessRoutes>

function accessDeps({ config, secret, db, clock }: ApiDependencies): AccessDeps {
  const { publicUrl, sessionIdleMinutes, trustedProxyHops, oidc } = config
  return {
    db,
    clock,
    secret,
    publicUrl,
    sessionIdleMinutes,
    acceptsDemoAccounts: config.demo,
    demo: demoSignIn(),
    addressOf: addressBehind(trustedProxyHops),
    oidc: oidc && { ...oidc, redirectUrl: new URL('/api/auth/oidc/callback', publicUrl).href },
  }
}

const OPENAPI = {
  // Each contract says its own refusals.
  defaultValidationErrorResponse: false,
  documentation: {
    info: {
      title: 'Navette',
      version: '1',
      description:
        'The shared pharmacy and laboratory of a group of hospitals: orders, stock, runs, specimens, monthly statements.',
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'navette_session' },
        token: { type: 'http' as const, scheme: 'bearer' },
      },
    },
  },
}
