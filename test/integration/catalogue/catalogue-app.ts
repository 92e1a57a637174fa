import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { z } from 'zod'
import {
  catalogueRoutes,
  openProductSearch,
  type ProductSearch,
} from '../../../src/catalogue/index.js'
import { type BlobStore, openBlobs } from '../../../src/platform/blobs/index.js'
import type { Context } from '../../../src/platform/context.js'
import { createRouter } from '../../../src/platform/http/contract.js'
import { idempotencyKey } from '../../../src/platform/http/idempotency-key.js'
import { onError, onNotFound } from '../../../src/platform/http/problem.js'
import type { World } from '../../builders/world.js'

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

/** The catalogue's routes over one world, called as somebody. */
export interface CatalogueApp {
  readonly search: ProductSearch
  readonly blobs: BlobStore
  call(ctx: Context, method: string, path: string, body?: unknown): Promise<Answer>
}

export function openCatalogueApp(world: World): CatalogueApp {
  const log = pino({ level: 'silent' })
  const search = openProductSearch({ db: world.db, clock: world.clock.now, log })
  const blobs = openBlobs(join(tmpdir(), `navette-catalogue-${process.pid}-${Math.random()}`))
  return {
    search,
    blobs,
    call: async (ctx, method, path, body) => {
      const app = createRouter()
        .use(async (c, next) => {
          c.set('ctx', ctx)
          c.set('log', log)
          c.set('requestId', ctx.requestId)
          c.set('checksReplies', true)
          await next()
        })
        .use(idempotencyKey)
        .route('/', catalogueRoutes({ search, blobs }))
      app.onError(onError)
      app.notFound(onNotFound)
      const response = await app.request(path, {
        method,
        ...(body instanceof FormData && { body }),
        ...(body !== undefined &&
          !(body instanceof FormData) && {
            body: JSON.stringify(body),
            headers: { 'content-type': 'application/json' },
          }),
      })
      return {
        status: response.status,
        body: z.record(z.string(), z.unknown()).parse(await response.json()),
      }
    },
  }
}
